import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { extract } from '../../src/extract.js'
import { checkRules } from '../../src/model/check-rules.js'
import type { Dataset } from '../../src/model/dataset.js'
import { type Baseline, baselineOf } from '../../src/regression/baseline.js'
import { type Checkable, checkAgain, reportOf } from '../../src/regression/report.js'
import { mutations, randomOf } from './mutations.js'

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'documents')
const RUNS = 500
const SEED = 20_261_122

/** Percent of the mutations that the arithmetic alone finds, and with the rows held against each other; rounded down. Raise
 * them when the checks get better; never lower them. */
const LEAST_ARITHMETIC = 66
const LEAST_TOGETHER = 76

interface Found {
  readonly mutation: string
  readonly byContent: boolean
  readonly byArithmetic: boolean
  readonly byRows: boolean
}

const found: Found[] = []

const documentOf = (dataset: Dataset, id: string): Checkable => ({
  figures: dataset.figures.filter(({ document_id }) => document_id === id),
  programmes: dataset.programmes.filter(({ document_id }) => document_id === id),
  documents: dataset.documents.filter(({ document_id }) => document_id === id),
  checks: dataset.checks.filter(({ document_id, rule }) => document_id === id && !rule.endsWith('_chain')),
})

const tryOne = (run: number, documents: readonly Checkable[], baselines: ReadonlyMap<Checkable, Baseline>): Found => {
  const random = randomOf(SEED + run)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const mutation = pick([mutations[run % mutations.length] as (typeof mutations)[number]])
  const able = documents.filter((one) => one.figures.some((figure) => mutation.fits(figure, one)))
  const document = pick(able)
  const figure = pick(document.figures.filter((one) => mutation.fits(one, document)))
  const wrong = { ...document, figures: mutation.apply(figure, document, random) }
  const before = baselines.get(document) as Baseline
  const { totals } = reportOf(before, { baseline: baselineOf(wrong, []), dataset: wrong })
  const { faults } = checkAgain(wrong)
  return {
    mutation: mutation.name,
    byContent: totals.added + totals.removed + totals.changed > 0,
    byArithmetic: faults.some(({ rule }) => Object.hasOwn(checkRules, rule)),
    byRows: faults.some(({ rule }) => !Object.hasOwn(checkRules, rule)),
  }
}

beforeAll(async () => {
  const names = readdirSync(folder).filter((name) => /\.(pdf|txt|md)$/u.test(name))
  const { dataset } = await extract(
    names.map((name) => join(folder, name)),
    { pages: null },
  )
  const documents = dataset.documents.map(({ document_id }) => documentOf(dataset, document_id))
  const baselines = new Map(documents.map((document) => [document, baselineOf(document, [])]))
  for (let run = 0; run < RUNS; run++) found.push(tryOne(run, documents, baselines))
})

const shareOf = (test: (one: Found) => boolean): number => (100 * found.filter(test).length) / found.length

it('nothing is found where nothing is wrong', async () => {
  const { dataset } = await extract([join(folder, 'r7-draft-ministries.pdf')], { pages: null })
  const report = reportOf(baselineOf(dataset, []), { baseline: baselineOf(dataset, []), dataset })
  expect(report.passed).toBe(true)
})

it.each(mutations.map(({ name }) => name))('check finds every wrong figure: %s', (name) => {
  const own = found.filter(({ mutation }) => mutation === name)
  expect(own.length).toBeGreaterThan(40)
  expect(own.filter(({ byContent }) => !byContent)).toEqual([])
})

it('arithmetic alone finds its share', () => {
  const table = mutations.map(({ name }) => {
    const own = found.filter(({ mutation }) => mutation === name)
    const count = (test: (one: Found) => boolean) => own.filter(test).length
    return `${name}: ${count(({ byArithmetic }) => byArithmetic)}, with rows ${count((one) => one.byArithmetic || one.byRows)} of ${own.length}`
  })
  expect(
    shareOf(({ byArithmetic }) => byArithmetic),
    table.join('\n'),
  ).toBeGreaterThanOrEqual(LEAST_ARITHMETIC)
  expect(
    shareOf((one) => one.byArithmetic || one.byRows),
    table.join('\n'),
  ).toBeGreaterThanOrEqual(LEAST_TOGETHER)
})

it.each(['README.md', 'README.ja.md'])('%s says so', (name) => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', name), 'utf8')
  expect(text).toContain(String(RUNS))
  expect(text).toContain(`${LEAST_ARITHMETIC} %`)
  expect(text).toContain(`${LEAST_TOGETHER} %`)
})
