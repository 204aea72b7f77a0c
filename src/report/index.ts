import { join } from 'node:path'
import { readTables } from '../dataset-folder.js'
import type { Correction } from '../model/correction.js'
import { correctionColumns } from '../model/correction.js'
import type { DocumentRow } from '../model/document.js'
import { groupBy } from '../model/groups.js'
import { RowGroups } from '../row-groups.js'
import { type Point, pointsOf } from '../series/points.js'
import { trendOfPoints } from '../series/trend.js'
import { type Assets, readAssets } from './assets.js'
import { documentPage } from './document-page.js'
import { type DocumentFacts, indexPage } from './index-page.js'
import { kindOf } from './issue-kinds.js'
import { OriginalFinder } from './originals.js'
import { treeOf } from './overview/tree.js'
import type { Saving } from './review-data.js'
import { countSheets, type Drawing, linesOf, sheetsOf } from './sheets.js'
import { type DocumentRows, toReviewData } from './to-review-data.js'
import { claimPage, removeStalePages, writePage } from './write-pages.js'

export interface ReportOptions {
  /** The folder of the pages, or the page of a data set of one document. */
  readonly to: string
  /** Files and folders that may hold the documents, beside where the run that read them had them. */
  readonly documents: readonly string[]
  readonly corrections: readonly Correction[]
  readonly saving: Saving
  readonly drawing: Drawing
  /** Told of each document whose page is written. */
  readonly onDocument: (document: DocumentRow) => void
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

/** Writes the review pages of a data set: one file for one document, else a page a document and an overview that leads to them.
 * @throws YosanError when the folder holds no data set, or when the pages cannot be drawn or written */
export const writeReport = async (folder: string, options: ReportOptions): Promise<Written> => {
  const { documents } = await readTables(folder, ['documents'])
  const [only, ...others] = documents
  const isOne = only !== undefined && others.length === 0
  const assets = await readAssets()
  const finder = await OriginalFinder.open(folder, options.documents)
  const desk = { options, assets, finder, home: isOne ? null : 'index.html' }
  const facts: DocumentFacts[] = []
  const points: Point[] = []
  const lost: string[] = []
  const names = fileNames(documents)
  const page = isOne ? options.to : join(options.to, 'index.html')
  await claimPage(page)
  for await (const rows of documentsIn(folder, documents)) {
    options.drawing.signal.throwIfAborted()
    const file = names.get(rows.document.document_id) ?? ''
    const isFound = await writeDocument(rows, isOne ? options.to : join(options.to, file), desk)
    if (!isFound) lost.push(rows.document.file_name)
    facts.push(factsOf(rows, file))
    for (const point of pointsOf(rows.figures)) points.push(point)
    options.onDocument(rows.document)
  }
  const ids = documents.map(({ document_id }) => document_id)
  if (isOne) return { page, pages: [page], documents: ids, withoutPictures: lost }
  const trend = trendOfPoints(points, everything).rows
  await writePage(page, [indexPage({ documents: facts, trend, assets, saving: options.saving })])
  const files = facts.map(({ file }) => file)
  await removeStalePages(options.to, new Set(['index.html', ...files]))
  const pages = [page, ...files.map((file) => join(options.to, file))]
  return { page, pages, documents: ids, withoutPictures: lost }
}

interface Desk {
  readonly options: ReportOptions
  readonly assets: Assets
  readonly finder: OriginalFinder
  readonly home: string | null
}

/** All programmes that have amounts of several years or stages. */
const everything = { aliases: [], programme: null }

/** Whether the document itself was found. */
const writeDocument = async (rows: DocumentRows, path: string, desk: Desk): Promise<boolean> => {
  const { options, assets, finder, home } = desk
  const { document } = rows
  const original = await finder.find(document)
  const source = { ...rows, path: original, lines: await linesOf(document, original) }
  const data = toReviewData(rows, {
    sheets: countSheets(source),
    corrections: options.corrections,
    correctionColumns,
    saving: options.saving,
  })
  const trend = trendOfPoints(pointsOf(rows.figures), everything).rows
  await writePage(path, documentPage({ rows, data, trend, assets, home }, sheetsOf(source, options.drawing)))
  return original !== null || document.status === 'failed'
}

/** The rows of each document, one after another. Checks between documents stand behind all others in their table. */
async function* documentsIn(folder: string, documents: readonly DocumentRow[]): AsyncGenerator<DocumentRows> {
  const { issues, checks } = await readTables(folder, ['issues', 'checks'])
  const [issuesOf, checksOf] = [groupBy(issues, keyOf), groupBy(checks, keyOf)]
  const figures = new RowGroups(folder, 'figures')
  const programmes = new RowGroups(folder, 'programmes')
  for (const document of documents) {
    const id = document.document_id
    yield {
      document,
      figures: await figures.of(id),
      programmes: await programmes.of(id),
      issues: issuesOf.get(id) ?? [],
      checks: checksOf.get(id) ?? [],
    }
  }
  figures.end()
  programmes.end()
}

const keyOf = ({ document_id }: { readonly document_id: string }): string => document_id

const factsOf = ({ document, programmes, issues, checks }: DocumentRows, file: string): DocumentFacts => ({
  document,
  file,
  checksFailed: checks.filter(({ verdict }) => verdict === 'mismatch').length,
  leftovers: issues.filter(({ rule }) => kindOf(rule) === 'leftover').length,
  top: treeOf(programmes).map(({ programme }) => ({ programme, branches: [] })),
})

/** Ids are made of names of files, so they may hold anything but `/`; pages have names that any disk and address takes. */
const fileNames = (documents: readonly DocumentRow[]): ReadonlyMap<string, string> => {
  const taken = new Set(['index.html'])
  return new Map(
    documents.map(({ document_id }) => {
      const plain = document_id
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}._-]/gu, '_')
        .slice(0, 60)
        .replace(/\p{Surrogate}/gu, '')
      let name = `${plain}.html`
      for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}.html`
      taken.add(name.toLowerCase())
      return [document_id, name]
    }),
  )
}
