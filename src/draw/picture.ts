/** A page as it is shown, on white. */
export interface Picture {
  /** Physical page, 1-based. */
  readonly page: number
  /** Points of the page as shown, its rotation applied: the boxes of figures are in the same coordinates. */
  readonly width: number
  readonly height: number
  readonly type: 'image/webp'
  readonly bytes: Uint8Array
}

/** A page without a picture. */
export interface Undrawn {
  /** Physical page, 1-based. */
  readonly page: number
  /** One sentence. */
  readonly reason: string
}

/** Bounds on the drawing of one page. */
export interface Limits {
  readonly seconds: number
  /** Of resident memory of the process that draws. */
  readonly mebibytes: number
}
