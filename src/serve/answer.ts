/** What the server says to a request. */
export interface Answer {
  readonly status: number
  readonly type: 'text/html; charset=utf-8' | 'application/json' | 'text/plain; charset=utf-8'
  readonly body: string | { readonly file: string }
}

export const refusal = (status: number, sentence: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: sentence,
})

export const asJson = (value: unknown): Answer => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(value),
})
