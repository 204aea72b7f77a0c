/** Bounds that keep a hostile file from taking the machine; everything past one is said in an issue or an error. */
export const limits = {
  /** Bytes of one input file. */
  fileBytes: 512 * 1024 * 1024,
  /** Bytes of one inflated stream of a page. */
  streamBytes: 128 * 1024 * 1024,
  /** Milliseconds that the engine may take for one page. */
  pageMilliseconds: 60_000,
  /** Runs of a page from which it counts as too dense to trust. */
  denseRuns: 10_000,
  /** Glyphs kept of one page. */
  pageGlyphs: 200_000,
  /** Shapes kept of one page; outlined text can give hundreds of thousands. */
  pageShapes: 50_000,
  /** Images kept of one page; scans in strips can give thousands. */
  pageImages: 10_000,
  /** Drawings kept of one page, and points of one; a page with more is a picture, or has its text as paths, which the issues say. */
  pageDrawings: 5_000,
  drawingPoints: 600,
  /** Share of unmapped glyphs from which a page counts as unreadable. */
  unreadableShare: 0.3,
} as const
