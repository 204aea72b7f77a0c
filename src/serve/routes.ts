import { z } from 'zod'
import { YosanError } from '../errors.js'
import { correctionSchema, isDecision } from '../model/correction.js'
import { isCorrectionOf } from '../model/correction-identity.js'
import { type Answer, asJson, refusal } from './answer.js'
import { type Reviewed, type ReviewStore, Unfit } from './review-store.js'

/** A request as far as it matters. */
export interface Asked {
  readonly method: string
  /** Below the secret part of the address, decoded: '' for the first page. */
  readonly path: string
  readonly type: string
  /** Null for one that is too long. */
  readonly body: () => Promise<string | null>
}

export interface Site {
  /** Files of the pages by their names. */
  readonly pages: ReadonlyMap<string, string>
  /** Name of the first page. */
  readonly home: string
  /** By their ids. */
  readonly documents: ReadonlyMap<string, Reviewed>
  readonly store: ReviewStore
}

const bodySchema = z.strictObject({ revision: z.string(), rows: z.array(correctionSchema) })

/** Answers a request that may be answered at all. */
export const answerTo = async (asked: Asked, site: Site): Promise<Answer> => {
  const id = /^corrections\/(.+)$/su.exec(asked.path)?.[1]
  if (id !== undefined) return answerCorrections(asked, id, site)
  const file = site.pages.get(asked.path === '' ? site.home : asked.path)
  if (file === undefined) return refusal(404, 'There is no such page.')
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return refusal(405, 'Pages can only be read.')
  return { status: 200, type: 'text/html; charset=utf-8', body: { file } }
}

const answerCorrections = async (asked: Asked, id: string, { documents, store }: Site): Promise<Answer> => {
  const document = documents.get(id)
  if (!document) return refusal(404, 'The data set has no such document.')
  try {
    if (asked.method === 'GET') return asJson(await store.read(document))
    if (asked.method !== 'PUT') return refusal(405, 'Corrections can be read and put.')
    return await put(asked, document, store)
  } catch (error) {
    if (!(error instanceof YosanError)) throw error
    return refusal(500, error.message)
  }
}

const put = async ({ type, body }: Asked, document: Reviewed, store: ReviewStore): Promise<Answer> => {
  if (!/^application\/json\s*(?:;|$)/iu.test(type)) return refusal(415, 'Corrections are sent as JSON.')
  const text = await body()
  if (text === null) return refusal(413, 'These are more corrections than a document has.')
  const sent = bodySchema.safeParse(parsed(text))
  if (!sent.success) return refusal(400, 'These are no corrections.')
  if (!sent.data.rows.every(isDecision)) return refusal(400, 'What is taken back is left out.')
  if (!sent.data.rows.every((row) => isCorrectionOf(row, document)))
    return refusal(400, 'A correction is of another document.')
  const saved = await store.replace(document, sent.data)
  if (saved instanceof Unfit) return refusal(400, saved.sentence)
  return saved ? asJson(saved) : refusal(409, 'Somebody else has saved meanwhile.')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
