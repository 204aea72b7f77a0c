import { availableParallelism } from 'node:os'
import type { ErrorCode, YosanError } from './errors.js'
import type { Correction } from './model/correction.js'
import type { Dataset } from './model/dataset.js'
import { gridFolder, isGridFile } from './model/grid.js'

/** The rooms in the order in which a document goes through them. */
export const rooms = ['load', 'layout', 'book', 'normalise', 'tokenize', 'parse', 'assemble', 'validate'] as const

export type Room = (typeof rooms)[number]

/** What a document may be told to be. */
export const documentKinds = ['budget-book'] as const

export type DocumentKind = (typeof documentKinds)[number]

/** Physical pages from 1, both ends included. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

export interface ExtractOptions {
  /** Null for all pages; text input has none and is read whole. */
  readonly pages: PageRange | null
  /** What the documents are told to be; left out, each is recognised. */
  readonly as?: DocumentKind | null
  /** What people decided about figures; those of other documents do nothing. Left out, none. */
  readonly corrections?: readonly Correction[]
  /** The room whose output is wanted in `Extraction.rooms`; left out, the documents go all the way. */
  readonly stopAfter?: Room
}

/** An input of which nothing could be read. */
export interface Failure {
  readonly input: string
  /** One sentence for a person. */
  readonly message: string
  readonly code: ErrorCode
}

/** The failure of an input that an error says cannot be used. */
export const failureOf = (input: string, { message, code }: YosanError): Failure => ({ input, message, code })

export interface Extraction {
  readonly dataset: Dataset
  readonly failures: readonly Failure[]
  /** Only with `stopAfter`, when the data set is empty: what that room made of each document. */
  readonly rooms?: readonly unknown[]
}

export type Extract = (inputs: readonly string[], options: ExtractOptions) => Promise<Extraction>

/** What a batch is to do. */
export interface BatchOptions {
  /** The folder of the data set, which also holds the journal, the results so far and the downloads. */
  readonly out: string
  readonly pages: PageRange | null
  /** What the documents are told to be; null to recognise each. */
  readonly as: DocumentKind | null
  /** Whether each printed table makes a file of its own too. */
  readonly tables: boolean
  /** What people decided about figures, of these documents and of others. */
  readonly corrections: readonly Correction[]
  /** Which links of a release page are wanted: tested on the words of a link and on its address. Null for all. */
  readonly linkFilter: RegExp | null
  /** Seconds between two requests to a host. */
  readonly delay: number
  /** Documents that are extracted at the same time, each in a process of its own. */
  readonly workers: number
  /** Seconds that one document may take. */
  readonly timeout: number
  /** MiB of memory that one document may take. */
  readonly memory: number
  /** Whether documents that took too long, too much memory or the process down are tried again. */
  readonly retryFailed: boolean
}

export const batchDefaults = {
  pages: null,
  as: null,
  tables: false,
  corrections: [],
  linkFilter: null,
  delay: 1,
  workers: availableParallelism(),
  timeout: 300,
  memory: 2048,
  retryFailed: false,
} as const satisfies Omit<BatchOptions, 'out'>

/** Licences that a package may be published under, by their Open Definition identifiers. */
export const licenceNames = ['CC-BY-4.0', 'CC0-1.0', 'CC-BY-SA-4.0', 'ODC-BY-1.0', 'ODbL-1.0', 'PDDL-1.0'] as const

/** Forms of a package beside the canonical one. */
export const viewNames = ['ndjson', 'excel-csv', 'workbook', 'parquet', 'sqlite'] as const

export type ViewName = (typeof viewNames)[number]

/** An option of the command line. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for the value in the help. */
  readonly value?: string
  readonly default?: string
  readonly help: string
}

export const options = {
  out: { type: 'string', value: 'DIR', default: 'output', help: 'Folder of the data set.' },
  'stop-after': {
    type: 'string',
    value: 'ROOM',
    help: `Print what a room makes of the documents as JSON and write nothing. Rooms: ${rooms.join(', ')}.`,
  },
  pages: { type: 'string', value: 'PAGES', help: 'Read only these pages of a PDF, such as 3 or 3-5.' },
  as: {
    type: 'string',
    value: 'KIND',
    help: `Read the documents as this kind: ${documentKinds.join(', ')}. By default each is recognised.`,
  },
  'link-filter': {
    type: 'string',
    value: 'PATTERN',
    help: 'Of the PDFs that a release page links, take those whose link or address fits this regular expression.',
  },
  delay: {
    type: 'string',
    value: 'SECONDS',
    default: String(batchDefaults.delay),
    help: 'Pause between two requests to a host.',
  },
  workers: {
    type: 'string',
    value: 'N',
    help: 'Documents extracted at the same time. By default as many as the machine has cores.',
  },
  timeout: {
    type: 'string',
    value: 'SECONDS',
    default: String(batchDefaults.timeout),
    help: 'Time that one document may take.',
  },
  memory: {
    type: 'string',
    value: 'MIB',
    default: String(batchDefaults.memory),
    help: 'Memory that one document may take.',
  },
  'retry-failed': {
    type: 'boolean',
    help: 'Try documents again that took too long, too much memory or the worker down in a run before.',
  },
  log: { type: 'string', value: 'FORMAT', help: 'Print progress as events for machines: ndjson, one object a line.' },
  tables: {
    type: 'boolean',
    help: `Also write each printed table as it stands, one CSV file a table, into ${gridFolder}/ of the folder. Every run removes those of the run before.`,
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    help: 'File of the accepted figures. By default baseline.tsv in the folder.',
  },
  accept: {
    type: 'string',
    value: 'REASON',
    help: 'Accept the figures as they are now: write them to the baseline, with the reason.',
  },
  junit: { type: 'string', value: 'FILE', help: 'Also write the report as JUnit XML.' },
  github: { type: 'boolean', help: 'Also print the differences as annotations of GitHub Actions.' },
  from: {
    type: 'string',
    value: 'TERM',
    help: 'Year and stage to compare from, such as 2024/request. By default what most programmes of the first data set have.',
  },
  to: {
    type: 'string',
    value: 'TARGET',
    help: 'Of `diff`: the year and stage to compare with, such as 2024/draft; by default the same of the second data set. Of `package`: the folder of the package. Of `report`: the page or the folder of the pages.',
  },
  corrections: {
    type: 'string',
    value: 'FILE',
    help: 'File of what people decided about figures, added to corrections.csv in the folder. Of `extract`: kept there.',
  },
  port: { type: 'string', value: 'PORT', help: 'Port on this machine to listen on. By default any that is free.' },
  aliases: {
    type: 'string',
    value: 'FILE',
    help: 'Alias table of renamed, merged and split programmes: CSV with the columns from, to, date, note.',
  },
  name: {
    type: 'string',
    value: 'NAME',
    help: 'Name of the package in addresses and names of files. By default as before, else made of the years of its documents.',
  },
  title: {
    type: 'string',
    value: 'TITLE',
    help: 'Title of the package, in Japanese. By default as before, else made of the years and the stage of its documents.',
  },
  release: {
    type: 'string',
    value: 'VERSION',
    help: 'Version of the package. By default 1.0.0, then the next one: 1.1.0 when rows have changed, 2.0.0 when columns have.',
  },
  licence: {
    type: 'string',
    value: 'LICENCE',
    help: `Licence of the package: ${licenceNames.join(', ')}. By default as before, else ${licenceNames[0]}.`,
  },
  contributor: {
    type: 'string',
    value: 'NAMES',
    help: 'Who made the package, several names with ; between them. By default as before.',
  },
  homepage: { type: 'string', value: 'ADDRESS', help: 'Where the package is published. By default as before.' },
  views: {
    type: 'string',
    value: 'VIEWS',
    help: `Which forms are made beside the canonical one, with commas between them, or none: ${viewNames.join(', ')}. By default all.`,
  },
  programme: { type: 'string', value: 'NAME', help: 'Only programmes whose name holds this.' },
  csv: { type: 'boolean', help: 'Print the rows as CSV.' },
  quiet: { type: 'boolean', help: 'Print no progress and no summary.' },
  json: { type: 'boolean', help: 'Print the result as one JSON object.' },
  help: { type: 'boolean', short: 'h', help: 'Print this help.' },
  version: { type: 'boolean', help: 'Print the version.' },
} as const satisfies Record<string, Option>

/** The file of the accepted figures in the folder of a data set. */
export const baselineName = 'baseline.tsv'

/** The file of what people decided about figures in the folder of a data set. */
export const correctionsName = 'corrections.csv'

/** Files of printed tables. A folder holds the data set of one run, so each run removes those of the run before. */
export const tableFiles = { folder: gridFolder, isOne: isGridFile } as const

export type OptionName = keyof typeof options

export const exitCodes = {
  0: 'All went well.',
  1: 'Misuse, or no input could be used, or the output could not be written. The tables are as they were. Of `check`: the figures are not those of the baseline. Of `validate`: the package has errors.',
  2: 'A partial result: some page or some input could not be read. What could be read was written. Of `report`: a document was not found, so its pages have no pictures.',
  130: 'Interrupted. The tables are as they were; the same command goes on.',
} as const

export type ExitCode = keyof typeof exitCodes
