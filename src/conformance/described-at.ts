/** A place in a descriptor. */
export interface DescribedAt {
  readonly file: string
  readonly pointer: string
}
