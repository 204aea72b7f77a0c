/** How politely and how patiently addresses are asked. Times in milliseconds. */
export interface Manners {
  /** Between the end of one request to a host and the next. */
  readonly delay: number
  /** Until an answer begins, and between two pieces of it. */
  readonly silence: number
  /** For one whole answer. */
  readonly total: number
  /** How often an address is asked when it does not answer as it should. */
  readonly attempts: number
  /** Before the second attempt; twice as long before each after it. */
  readonly firstWait: number
  /** The longest wait that a server may ask for. */
  readonly longestWait: number
  readonly redirects: number
  /** The largest PDF and the largest page that are taken. */
  readonly pdfBytes: number
  readonly pageBytes: number
}

export const manners: Manners = {
  delay: 1000,
  silence: 30_000,
  total: 900_000,
  attempts: 4,
  firstWait: 2000,
  longestWait: 120_000,
  redirects: 5,
  pdfBytes: 512 * 1024 * 1024,
  pageBytes: 32 * 1024 * 1024,
}
