import type { ExitCode, OptionName } from '../options.js'
import type { Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'

export interface Command {
  readonly name: string
  /** What comes after the name. */
  readonly operands: string
  readonly help: string
  readonly options: readonly OptionName[]
  /** Loads what the command needs only when it runs, so that the help starts fast. */
  readonly load: () => Promise<{ readonly run: Run }>
}

/** @throws YosanError for misuse and for input that cannot be used */
type Run = (args: Arguments, terminal: Terminal) => Promise<ExitCode>

export const commands: readonly Command[] = [
  {
    name: 'extract',
    operands: 'INPUT...',
    help: 'Turn documents into one data set: files (.pdf, .txt, .md), folders, patterns, @lists, addresses of PDFs or of a release page.',
    options: [
      'out',
      'pages',
      'as',
      'tables',
      'corrections',
      'link-filter',
      'delay',
      'workers',
      'timeout',
      'memory',
      'retry-failed',
      'stop-after',
      'quiet',
      'json',
      'log',
      'help',
    ],
    load: () => import('./extract.js'),
  },
  {
    name: 'status',
    operands: '[DIR]',
    help: 'Tell how far the making of a data set is, or how it ended.',
    options: ['json', 'help'],
    load: () => import('./status.js'),
  },
  {
    name: 'report',
    operands: 'DIR [DOCUMENTS...]',
    help: 'Write pages for a browser that show each figure on its page, to check and to correct; DOCUMENTS says where the documents are now.',
    options: ['to', 'workers', 'json', 'quiet', 'help'],
    load: () => import('./report.js'),
  },
  {
    name: 'serve',
    operands: 'DIR [DOCUMENTS...]',
    help: 'Show the same pages from a server of this machine, which writes down the corrections.',
    options: ['port', 'workers', 'quiet', 'help'],
    load: () => import('./serve.js'),
  },
  {
    name: 'correct',
    operands: 'DIR FILE...',
    help: 'Add what people decided about figures to the corrections of a data set; without a file, count them.',
    options: ['json', 'quiet', 'help'],
    load: () => import('./correct.js'),
  },
  {
    name: 'baseline',
    operands: 'DIR',
    help: 'Accept the figures of a data set as the truth, in a file for version control.',
    options: ['baseline', 'accept', 'quiet', 'help'],
    load: () => import('./baseline.js'),
  },
  {
    name: 'check',
    operands: 'DIR',
    help: 'Compare a data set, or documents that it extracts again, with the accepted figures.',
    options: [
      'baseline',
      'accept',
      'corrections',
      'junit',
      'github',
      'json',
      'quiet',
      'workers',
      'timeout',
      'memory',
      'help',
    ],
    load: () => import('./check.js'),
  },
  {
    name: 'diff',
    operands: 'A B',
    help: 'Tell what became of each programme between two data sets: two editions, request and draft, two years.',
    options: ['from', 'to', 'aliases', 'csv', 'json', 'help'],
    load: () => import('./diff.js'),
  },
  {
    name: 'trend',
    operands: 'DIR...',
    help: 'Follow programmes over the documents of data sets, year by year and stage by stage, and tell where a series breaks.',
    options: ['programme', 'aliases', 'csv', 'json', 'help'],
    load: () => import('./trend.js'),
  },
  {
    name: 'reconcile',
    operands: 'DIR FILE...',
    help: 'Compare the figures of a data set with CSV files of other publishers: RS 2-1 予算・執行サマリ, 科目別 of the Finance Ministry.',
    options: ['csv', 'json', 'help'],
    load: () => import('./reconcile.js'),
  },
  {
    name: 'package',
    operands: 'OUTPUT',
    help: 'Make a data package of a data set, for others to use: tables, other forms of them, a descriptor, a README and the changes since the edition before.',
    options: [
      'to',
      'name',
      'title',
      'release',
      'licence',
      'contributor',
      'homepage',
      'views',
      'aliases',
      'json',
      'quiet',
      'help',
    ],
    load: () => import('./package.js'),
  },
  {
    name: 'validate',
    operands: 'DIR',
    help: 'Check a data package of yosan or of somebody else: descriptor, files, rows, keys and arithmetic.',
    options: ['csv', 'json', 'quiet', 'help'],
    load: () => import('./validate.js'),
  },
  {
    name: 'query',
    operands: '[SQL] [DIR]',
    help: 'Ask a data package or a data set with SQL, or list what can be asked; needs the optional package @duckdb/node-api.',
    options: ['csv', 'json', 'help'],
    load: () => import('./query.js'),
  },
  {
    name: 'explain',
    operands: 'FIGURE-ID',
    help: 'Print which rules decided a figure of a data set.',
    options: ['out', 'help'],
    load: () => import('./explain.js'),
  },
  {
    name: 'schema',
    operands: '[TABLE]',
    help: 'Print the JSON Schema of a table, or of the whole data set.',
    options: ['help'],
    load: () => import('./schema.js'),
  },
]
