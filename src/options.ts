import type { ErrorCode } from './errors.js'
import type { Dataset } from './model/dataset.js'
import { gridFolder, isGridFile } from './model/grid.js'

/** The rooms in the order in which a document goes through them. */
export const rooms = ['load', 'layout', 'normalise', 'tokenize', 'parse', 'assemble', 'validate'] as const

export type Room = (typeof rooms)[number]

/** Physical pages from 1, both ends included. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

export interface ExtractOptions {
  /** Null for all pages; text input has none and is read whole. */
  readonly pages: PageRange | null
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

export interface Extraction {
  readonly dataset: Dataset
  readonly failures: readonly Failure[]
  /** Only with `stopAfter`, when the data set is empty: what that room made of each document. */
  readonly rooms?: readonly unknown[]
}

export type Extract = (inputs: readonly string[], options: ExtractOptions) => Promise<Extraction>

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
  tables: {
    type: 'boolean',
    help: `Also write each printed table as it stands, one CSV file a table, into ${gridFolder}/ of the folder. Every run removes those of the run before.`,
  },
  quiet: { type: 'boolean', help: 'Print no summary.' },
  json: { type: 'boolean', help: 'Print the summary as one JSON object.' },
  help: { type: 'boolean', short: 'h', help: 'Print this help.' },
  version: { type: 'boolean', help: 'Print the version.' },
} as const satisfies Record<string, Option>

/** Files of printed tables. A folder holds the data set of one run, so each run removes those of the run before. */
export const tableFiles = { folder: gridFolder, isOne: isGridFile } as const

export type OptionName = keyof typeof options

export const exitCodes = {
  0: 'All went well.',
  1: 'Misuse, or no input could be used. Nothing was written.',
  2: 'A partial result: some page or some input could not be read. What could be read was written.',
} as const

export type ExitCode = keyof typeof exitCodes
