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
    may: room === 'load' ? [model, own(room), /^errors$/] : [model, own(room)],
    because: 'rooms do not know each other; options arrive as plain values',
  })),
  { from: /^emit\//, may: [model, own('emit')], because: 'what an emitter needs must be in the data set' },
  {
    from: /^extract$/,
    may: [/^[a-z]+\/index$/, model, /^(options|errors|version)$/],
    because: 'the corridor walks through rooms by their doors',
  },
  {
    from: /^index$/,
    may: [/^emit\/index$/, model, /^(extract|options|errors|version)$/],
    because: 'the public interface only re-exports',
  },
  { from: /^cli$/, may: [/^commands\/main$/], because: 'the command line holds no knowledge of documents' },
  {
    from: /^commands\//,
    may: [own('commands'), /^(index|options|errors|version|inputs|write|summary|explain|schema|terminal)$/],
    because: 'commands use what any program can use',
  },
  { from: /^(summary|explain)$/, may: [model, /^(options|terminal)$/], because: 'they print tables' },
  { from: /^schema$/, may: [model], because: 'it prints tables' },
  { from: /^(inputs|write)$/, may: [/^(options|errors)$/], because: 'they know folders and no documents' },
  { from: /^options$/, may: [model, /^errors$/], because: 'it names what others do' },
  { from: /^(errors|version|terminal)$/, may: [], because: 'they stand alone' },
]

/** Packages that a few files keep to themselves. */
const wardens: readonly Direction[] = [
  {
    from: /^(load\/|inputs$|write$|commands\/explain$)/,
    may: [/^node:fs(\/promises)?$/],
    because: 'everything else is pure',
  },
  { from: /^load\/(engine|pdf)/, may: [/^pdfjs-dist/], because: 'another engine shall replace few files' },
  { from: /^extract$/, may: [/^p-limit$/], because: 'the corridor alone says how much runs at once' },
  { from: /^tokenize\//, may: [/^kuromoji/], because: 'it is slow to load' },
  { from: /^emit\/csv$/, may: [/^fast-csv$/], because: 'one file knows the format' },
  { from: /^(model\/|validate\/|schema$|commands\/explain$)/, may: [/^zod$/], because: 'schemas stand at the edges' },
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
