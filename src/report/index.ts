import { join } from 'node:path'
import { readTables } from '../dataset-folder.js'
import { type Correction, correctionColumns } from '../model/correction.js'
import type { DocumentRow } from '../model/document.js'
import { batchDefaults } from '../options.js'
import { type Point, pointsOf } from '../series/points.js'
import { trendOfPoints } from '../series/trend.js'
import { type Assets, readAssets } from './assets.js'
import { documentsIn } from './documents-in.js'
import { failingsOf } from './failings.js'
import type { DocumentFacts } from './index-page.js'
import { OriginalFinder } from './originals.js'
import { treeOf } from './overview/tree.js'
import { homePage, pageNames } from './page-names.js'
import type { Saving } from './review-data.js'
import { countSheets, type Drawing, linesOf, sheetsOf } from './sheets.js'
import { type DocumentRows, toReviewData } from './to-review-data.js'
import { claimPage, removeStalePages, writePage } from './write-pages.js'

export interface ReportOptions extends Drawing {
  /** Files and folders that may hold the documents, beside where the run that read them had them. */
  readonly documents: readonly string[]
  /** Of the data set, to go on from. */
  readonly corrections: readonly Correction[]
  readonly saving: Saving
  /** Told of each document whose page is written. */
  readonly onDocument: (document: DocumentRow) => void
}

/** As the command line has them. */
export const reportDefaults: ReportOptions = {
  documents: [],
  corrections: [],
  saving: 'download',
  workers: batchDefaults.workers,
  signal: new AbortController().signal,
  onDocument: () => undefined,
}

/** A report that was written. */
export interface Written {
  /** The page to open. */
  readonly page: string
  /** All pages, that one too. */
  readonly pages: readonly string[]
  readonly documents: readonly string[]
  /** Documents whose file was not found, so that their pages have no pictures. */
  readonly withoutPictures: readonly string[]
}

/** Writes the review pages of a data set: one page for one document, else a folder with a page a document and an overview that
 * leads to them.
 * @throws YosanError when the folder holds no data set, or when the pages cannot be drawn or written */
export const writeReport = async (folder: string, to: string, options: ReportOptions): Promise<Written> => {
  const { documents } = await readTables(folder, ['documents'])
  const isOne = documents.length === 1
  const page = isOne ? to : join(to, homePage)
  await claimPage(page)
  const assets = await readAssets()
  const finder = await OriginalFinder.open(folder, options.documents)
  const desk = { options, assets, finder, home: isOne ? null : homePage }
  const overview = new OverviewMaker()
  const names = pageNames(documents)
  const pages: string[] = []
  const lost: string[] = []
  for await (const rows of documentsIn(folder, documents)) {
    options.signal.throwIfAborted()
    const file = names.get(rows.document.document_id) ?? ''
    const path = isOne ? to : join(to, file)
    const points = pointsOf(rows.figures)
    const isFound = await writeDocument({ rows, points }, path, desk)
    if (!isFound) lost.push(rows.document.file_name)
    overview.add({ rows, points }, file)
    pages.push(path)
    options.onDocument(rows.document)
  }
  const written = { page, documents: documents.map(({ document_id }) => document_id), withoutPictures: lost }
  if (isOne) return { ...written, pages }
  const { indexPage } = await import('./index-page.js')
  await writePage(page, [indexPage({ ...overview.made(), assets, saving: options.saving })])
  await removeStalePages(to, new Set([homePage, ...names.values()]))
  return { ...written, pages: [page, ...pages] }
}

/** The rows of a document with what ties its programmes to those of other years and documents. */
interface Followed {
  readonly rows: DocumentRows
  readonly points: readonly Point[]
}

/** Keeps what is told of all documents at the end. */
class OverviewMaker {
  private readonly documents: DocumentFacts[] = []
  private readonly points: Point[] = []

  add({ rows, points }: Followed, file: string): void {
    this.documents.push(factsOf(rows, file))
    for (const point of points) this.points.push(point)
  }

  made() {
    return { documents: this.documents, trend: trendOfPoints(this.points, everything).rows }
  }
}

const factsOf = (rows: DocumentRows, file: string): DocumentFacts => ({
  document: rows.document,
  file,
  ...failingsOf(rows),
  top: treeOf(rows.programmes).map(({ programme }) => ({ programme, branches: [] })),
})

/** All programmes that have amounts of several years or stages. */
const everything = { aliases: [], programme: null }

interface Desk {
  readonly options: ReportOptions
  readonly assets: Assets
  readonly finder: OriginalFinder
  readonly home: string | null
}

/** Whether the document itself was found. */
const writeDocument = async ({ rows, points }: Followed, path: string, desk: Desk): Promise<boolean> => {
  const { options, assets, finder, home } = desk
  // The library of charts takes long to load, and all of yosan would wait for it.
  const { documentPage } = await import('./document-page.js')
  const { document } = rows
  const original = await finder.find(document)
  const source = { ...rows, path: original, lines: await linesOf(document, original) }
  const data = toReviewData(rows, {
    sheets: countSheets(source),
    corrections: options.corrections,
    correctionColumns,
    saving: options.saving,
  })
  const trend = trendOfPoints(points, everything).rows
  await writePage(path, documentPage({ rows, data, trend, assets, home }, sheetsOf(source, options)))
  return original !== null || document.status === 'failed'
}
