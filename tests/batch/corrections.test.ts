import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { printCorrections } from '../../src/corrections/write.js'
import type { Correction } from '../../src/model/correction.js'
import type { DocumentRow } from '../../src/model/document.js'
import type { Figure } from '../../src/model/figure.js'
import { decisionOn } from '../corrections/corrections.js'
import { folderOf, newFolder } from './inputs.js'
import { journalOf, run, tablesIn } from './processes.js'

const startedIn = (out: string): number => {
  const entries = journalOf(out)
  const last = entries.slice(entries.findLastIndex(({ event }) => event === 'begun'))
  return last.filter(({ event }) => event === 'started').length
}

const rowsIn = <Row>(out: string, table: string): Row[] => JSON.parse(readFileSync(join(out, `${table}.json`), 'utf8'))

describe('a batch with corrections', () => {
  const input = folderOf(3)
  const out = join(newFolder(), 'out')
  const extract = async (to: string, ...more: readonly string[]) => {
    expect(await run(['extract', input, '--out', to, '--quiet', ...more])).toEqual({ code: 0, out: '', err: '' })
    return tablesIn(to)
  }
  const keep = async (to: string, corrections: readonly Correction[]) =>
    writeFileSync(join(to, 'corrections.csv'), await printCorrections(corrections))

  let figures: readonly Figure[] = []
  let documents: readonly DocumentRow[] = []
  beforeAll(async () => {
    await extract(out)
    figures = rowsIn(out, 'figures')
    documents = rowsIn(out, 'documents')
  })

  /** What a person decides about the figure of a document that asks for review first. */
  const decided = (document: number, more: Partial<Correction>): Correction => {
    const { document_id, sha256 } = documents[document] as DocumentRow
    const figure = figures.find((one) => one.document_id === document_id && one.needs_review) as Figure
    return decisionOn({ ...figure, sha256 }, more)
  }

  it('extracts the documents anew that they are of, and no others', async () => {
    const corrections = [decided(0, {}), decided(1, { action: 'correct', new_yen: 7 })]
    await keep(out, corrections)
    const first = await extract(out)
    expect(startedIn(out)).toBe(2)
    expect(
      rowsIn<Figure>(out, 'figures').flatMap(
        ({ decided_by }) => /\w+=\w+_by_person/u.exec(decided_by ?? '')?.[0] ?? [],
      ),
    ).toEqual(['review=accepted_by_person', 'value=corrected_by_person'])
    await keep(out, corrections.toReversed())
    expect(await extract(out)).toEqual(first)
    expect(startedIn(out)).toBe(0)
  })

  it.each([['1'], ['4']])('gives the same bytes with %s workers', async (workers) => {
    const to = join(newFolder(), 'out')
    const tables = tablesIn(out)
    const file = join(newFolder(), 'elsewhere.csv')
    writeFileSync(file, tables['corrections.csv'] ?? '')
    expect(await extract(to, '--workers', workers, '--corrections', file)).toEqual(tables)
  })

  it('goes on from the results without them when they are taken away', async () => {
    await keep(out, [])
    await extract(out)
    expect([startedIn(out), rowsIn(out, 'figures')]).toEqual([0, figures])
  })

  it('stays as it was with those of other documents', async () => {
    await keep(out, [decided(0, { document_id: 'other', sha256: null })])
    await extract(out)
    expect([startedIn(out), rowsIn(out, 'figures')]).toEqual([0, figures])
    expect(readdirSync(out)).toContain('corrections.csv')
  })
})
