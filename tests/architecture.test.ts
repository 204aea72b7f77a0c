import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { rooms } from '../src/options.js'

const root = join(import.meta.dirname, '..', 'src')

/** Every file of src with what it imports: paths below src without `.js`, or names of packages. */
const imports = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => [file.replace(/\.ts$/, ''), importsOf(file)]),
)

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const names = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, name = '']) => name)
  return names.map((name) =>
    name.startsWith('.') ? relative(root, join(root, dirname(file), name)).replace(/\.js$/, '') : name,
  )
}

interface Direction {
  readonly from: RegExp
  readonly may: readonly RegExp[]
  readonly because: string
}

const model = /^model\//
const own = (folder: string) => new RegExp(`^${folder}/`)

const directions: readonly Direction[] = [
  { from: model, may: [model], because: 'the model is the floor that everyone stands on' },
  ...rooms.map((room) => ({
    from: own(room),
    may: room === 'load' ? [model, own(room), /^(encoding|errors)$/] : [model, own(room)],
    because: 'rooms do not know each other; options arrive as plain values',
  })),
  { from: /^emit\//, may: [model, own('emit')], because: 'what an emitter needs must be in the data set' },
  {
    from: /^corridor$/,
    may: [/^[a-z]+\/index$/, model, /^(options|version)$/],
    because: 'the corridor walks through rooms by their doors',
  },
  {
    from: /^(entitle|copies|document-issue|failed-document)$/,
    may: [model, /^(document-issue|options|version)$/],
    because: 'they make rows of what the corridor gives',
  },
  {
    from: /^corrections\/(read|write|file|folder)$/,
    may: [model, own('corrections'), /^(csv-table|emit\/csv|errors|files|options)$/],
    because: 'few know how corrections are kept',
  },
  {
    from: /^corrections\//,
    may: [model, own('corrections')],
    because: 'what people decided holds for any document',
  },
  {
    from: /^series\//,
    may: [model, own('series'), /^(errors|terminal)$/],
    because: 'it ties rows together that any data set may hold',
  },
  {
    from: /^extract$/,
    may: [
      model,
      /^(corridor|copies|entitle|errors|failed-document|identify|load\/file|options|series\/check-documents)$/,
    ],
    because: 'one process for a few documents knows no batch',
  },
  {
    from: /^inputs\//,
    may: [own('inputs'), /^options$/],
    because: 'what a name stands for does not hang on what is done with it',
  },
  {
    from: /^fetch\//,
    may: [own('fetch'), /^(errors|files|version)$/],
    because: 'downloads know addresses and no budgets',
  },
  { from: /^keep-watch$/, may: [], because: 'it knows processes and not what they do' },
  {
    from: /^draw\/guard$/,
    may: [/^draw\/messages$/, /^keep-watch$/],
    because: 'a guard that loads the engine would start as slowly as it',
  },
  {
    from: /^draw\//,
    may: [own('draw'), /^load\/(engine|file|open-error)$/, /^model\/radicals$/, /^(errors|keep-watch)$/],
    because: 'it draws what any PDF paints',
  },
  {
    from: /^batch\/guard$/,
    may: [/^batch\//, /^keep-watch$/],
    because: 'a guard that loads the engine would start as slowly as it',
  },
  {
    from: /^batch\/worker$/,
    may: [/^batch\//, model, /^(corridor|errors|files|load\/file)$/],
    because: 'a worker walks one document down the corridor',
  },
  {
    from: /^batch\//,
    may: [
      own('batch'),
      own('fetch'),
      model,
      /^(inputs\/index|corrections\/order|emit\/pieces|load\/file|series\/check-documents)$/,
      /^(copies|entitle|errors|exit-code|failed-document|files|identify|options|tally|text-lines|version)$/,
    ],
    because: 'the batch itself must not load the engine: that is for its workers',
  },
  {
    from: /^index$/,
    may: [
      /^(batch|compare|conformance|emit|inputs|outside|package|query|regression|report)\/index$/,
      /^series\/(aliases|join|trend)$/,
      /^corrections\/(file|folder|merge|read|write)$/,
      /^batch\/(events|status)$/,
      model,
      /^(dataset-folder|extract|options|errors|tally)$/,
    ],
    because: 'the public interface only re-exports',
  },
  {
    from: /^compare\//,
    may: [model, own('compare'), /^series\/(aliases|points|programmes)$/, /^(plural|terminal|tokenize\/morphemes)$/],
    because: 'it compares rows; names are cut into words as texts are',
  },
  {
    from: /^outside\//,
    may: [model, own('outside'), /^(errors|series\/points)$/],
    because: 'it knows the files of others and no folder',
  },
  { from: /^csv-table$/, may: [/^errors$/], because: 'it reads any CSV' },
  {
    from: /^dataset-folder$/,
    may: [model, /^(csv-table|errors|files|parse-json|emit\/index)$/],
    because: 'it reads tables and knows not what for',
  },
  {
    from: /^regression\//,
    may: [model, own('regression'), /^(check-counts|errors|files|plural|terminal)$/],
    because: 'it compares rows, however they were made',
  },
  {
    from: /^row-stream$/,
    may: [model, /^(csv-table|dataset-folder|files|parse-json|text-lines)$/],
    because: 'it reads tables and knows not what for',
  },
  { from: /^sql\//, may: [own('sql')], because: 'questions hold for any package' },
  {
    from: /^package\/views\//,
    may: [
      model,
      own('package/views'),
      /^package\/(text-file|view)$/,
      /^sql\/(text|views)$/,
      /^emit\/(csv|json)$/,
      /^(errors|files|version)$/,
    ],
    because: 'a view writes the rows that it is given',
  },
  {
    from: /^package\//,
    may: [
      model,
      own('package'),
      own('regression'),
      /^series\/(aliases|chains|points|programmes|series-table|trend)$/,
      /^corrections\/(applied|folder|order)$/,
      /^emit\/csv$/,
      /^(by-document|csv-table|dataset-folder|errors|file-hash|files|options|parse-json|plural|row-stream|tally|terminal|version)$/,
    ],
    because: 'it publishes rows, however they were made',
  },
  {
    from: /^report\/client\//,
    may: [own('report/client'), model, /^report\/(issue-kinds|readable-yen|review-data)$/],
    because: 'browsers run it',
  },
  {
    from: /^report\//,
    may: [
      model,
      own('report'),
      /^(batch\/(events|folder|journal)|draw\/index|inputs\/index|load\/file)$/,
      /^series\/(points|trend)$/,
      /^(dataset-folder|errors|files|options|row-groups)$/,
    ],
    because: 'it shows rows and pages, however they were made',
  },
  {
    from: /^serve\//,
    may: [own('serve'), model, /^(corrections\/(folder|read|write)|errors|files|options)$/],
    because: 'it hands out pages and takes corrections',
  },
  {
    from: /^row-groups$/,
    may: [model, /^(by-document|errors|row-stream)$/],
    because: 'it reads tables and knows not what for',
  },
  {
    from: /^conformance\//,
    may: [
      model,
      own('conformance'),
      /^regression\/integrity$/,
      /^(check-counts|csv-table|encoding|errors|file-hash|files|plural|terminal|way-out)$/,
    ],
    because: 'it knows packages of anybody, and of yosan only its tables',
  },
  {
    from: /^query\//,
    may: [
      model,
      own('query'),
      own('sql'),
      /^series\/(series-table|trend)$/,
      /^(dataset-folder|errors|files|parse-json|plural|terminal|way-out)$/,
    ],
    because: 'it asks tables, however they were made',
  },
  { from: /^cli$/, may: [/^commands\/main$/], because: 'the command line holds no knowledge of documents' },
  {
    from: /^commands\//,
    may: [
      own('commands'),
      /^(compare|conformance|corrections|outside|package|query|regression|report|series|serve)\//,
      /^(index|options|errors|exit-code|files|version|summary|status|explain|schema|terminal)$/,
      /^(checks-print|csv-table|dataset-folder|plural|emit\/csv)$/,
    ],
    because: 'commands use what any program can use',
  },
  {
    from: /^(summary|status|explain|checks-print)$/,
    may: [model, /^(check-counts|options|plural|tally|terminal|batch\/status)$/],
    because: 'they print tables',
  },
  { from: /^tally$/, may: [model, /^options$/], because: 'it counts rows' },
  { from: /^exit-code$/, may: [/^options$/], because: 'it judges counts' },
  { from: /^schema$/, may: [model], because: 'it prints tables' },
  { from: /^identify$/, may: [], because: 'it knows names and no documents' },
  { from: /^encoding$/, may: [/^errors$/], because: 'it knows bytes and no documents' },
  { from: /^files$/, may: [/^(encoding|errors)$/], because: 'it knows folders and no documents' },
  { from: /^options$/, may: [model, /^errors$/], because: 'it names what others do' },
  { from: /^check-counts$/, may: [/^plural$/], because: 'it prints counts' },
  {
    from: /^(by-document|errors|file-hash|parse-json|plural|text-lines|version|terminal|way-out)$/,
    may: [],
    because: 'they stand alone',
  },
]

/** Packages that a few files keep to themselves. */
const wardens: readonly Direction[] = [
  {
    from: /^(load\/|inputs\/|fetch\/originals$|batch\/|file-hash$|files$|row-stream$|commands\/check$|package\/(inventory|point-store|text-file|workshop|views\/(sqlite|workbook))$|report\/(assets|write-pages)$|serve\/index$|conformance\/package-files$|query\/paths$)/,
    may: [/^node:fs(\/promises)?$/],
    because: 'everything else is pure',
  },
  { from: /^load\/(engine|pdf)/, may: [/^pdfjs-dist/], because: 'another engine shall replace few files' },
  {
    from: /^(batch\/(index|read-document)|fetch\/(hosts|index))$/,
    may: [/^p-limit$/],
    because: 'few say how much runs at once',
  },
  { from: /^batch\/pool$/, may: [/^tinypool$/], because: 'another pool shall replace one file' },
  {
    from: /^(batch|draw)\/(worker|guard)$/,
    may: [/^node:worker_threads$/],
    because: 'threads stay with the processes they guard',
  },
  {
    from: /^draw\/canvas$/,
    may: [/^@napi-rs\/canvas$/, /^@expo-google-fonts\//],
    because: 'one file knows what draws',
  },
  { from: /^fetch\/links$/, may: [/^htmlparser2$/], because: 'one file reads pages of the web' },
  { from: /^inputs\/pattern$/, may: [/^tinyglobby$/], because: 'one file knows patterns' },
  { from: /^commands\/progress$/, may: [/^cli-progress$/], because: 'one file draws' },
  { from: /^tokenize\//, may: [/^kuromoji/], because: 'it is slow to load' },
  { from: /^(emit\/csv|csv-table)$/, may: [/^fast-csv$/], because: 'one file writes the format and one reads it' },
  { from: /^report\/overview\/chart$/, may: [/^@observablehq\/plot$/, /^linkedom$/], because: 'one file draws charts' },
  { from: /^serve\/index$/, may: [/^node:(http|net)$/], because: 'one file listens' },
  { from: /^conformance\/profile\//, may: [/^ajv$/], because: 'profiles of packages are JSON Schemas' },
  { from: /^package\/views\/(sheet|sheets|workbook)$/, may: [/^hucre/], because: 'one view makes workbooks' },
  { from: /^package\/views\/parquet$/, may: [/^hyparquet-writer$/], because: 'one view writes Parquet' },
  { from: /^package\/views\/sqlite$/, may: [/^node-sqlite3-wasm$/], because: 'one view writes SQLite' },
  { from: /^query\/duckdb$/, may: [/^@duckdb\//], because: 'another engine shall replace one file' },
  {
    from: /^(model\/|validate\/|schema$|commands\/explain$|dataset-folder$|row-stream$|package\/previous$|query\/descriptor$|serve\/routes$|batch\/|fetch\/originals$)/,
    may: [/^zod$/],
    because: 'schemas stand at the edges',
  },
]

const matches = (patterns: readonly RegExp[], name: string) => patterns.some((pattern) => pattern.test(name))

describe('imports go one way', () => {
  it.each([...imports])('%s', (file, names) => {
    const direction = directions.find(({ from }) => from.test(file))
    expect(direction, 'a file that no direction covers').toBeDefined()
    const inside = names.filter((name) => imports.has(name))
    const strays = inside.filter((name) => !matches(direction?.may ?? [], name))
    expect(strays, direction?.because).toEqual([])
  })

  it.each(Object.keys(manifest.dependencies))('some files keep %s to themselves', (name) => {
    expect(wardens.some(({ may }) => matches(may, name))).toBe(true)
  })

  it.each(wardens)('only $from may import $may', ({ from, may, because }) => {
    const strays = [...imports].filter(([file, names]) => !from.test(file) && names.some((name) => matches(may, name)))
    expect(strays, because).toEqual([])
  })

  it('there are no cycles', () => {
    expect([...imports.keys()].flatMap((file) => cycleFrom(file))).toEqual([])
  })
})

const done = new Set<string>()

/** The first way that leads from a file back to itself or to a file on the way. */
const cycleFrom = (file: string, way: readonly string[] = []): string[] => {
  if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(' -> ')]
  if (done.has(file)) return []
  const cycles = (imports.get(file) ?? []).flatMap((next) => cycleFrom(next, [...way, file]))
  done.add(file)
  return cycles
}

describe('each room has one door', () => {
  it.each([...rooms, 'emit'])('%s/index.ts exports one function, named like the room', async (room) => {
    const exported: Record<string, unknown> = await import(`../src/${room}/index.ts`)
    expect(Object.keys(exported)).toEqual([room])
  })
})
