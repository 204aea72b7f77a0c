import { type Dataset, tableNames } from './dataset.js'

/** Rows of each table that a part holds at most: its text is small enough to be let go of soon. */
const ROWS = 25

/** The data set of one document in parts of few rows, in their order. The last part has the row of the document. */
export function* partsOf(dataset: Dataset, rows = ROWS): Generator<Dataset> {
  const longest = Math.max(dataset.grids.length, ...tableNames.map((table) => dataset[table].length))
  const last = Math.max(0, Math.ceil(longest / rows) - 1)
  for (let i = 0; i <= last; i++) {
    const some = <Row>(all: readonly Row[]): readonly Row[] => all.slice(i * rows, (i + 1) * rows)
    yield {
      figures: some(dataset.figures),
      programmes: some(dataset.programmes),
      documents: i === last ? dataset.documents : [],
      issues: some(dataset.issues),
      checks: some(dataset.checks),
      lines: some(dataset.lines),
      grids: some(dataset.grids),
    }
  }
}
