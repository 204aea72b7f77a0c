import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Result, readParts, readResult, writeResult } from '../../src/batch/results.js'
import type { Dataset } from '../../src/model/dataset.js'
import { document, figure, grid } from '../emit/sample.js'

const result: Result = { status: 'complete', pages: 3, figures: 60, needs_review: 0 }
const rows = Array.from({ length: 60 }, (_, i) => ({ ...figure, figure_id: `f${i}`, raw: `1\u2028${i}\u2029` }))
const dataset: Dataset = {
  figures: rows,
  programmes: [],
  documents: [document],
  issues: [],
  checks: [],
  lines: [],
  grids: [grid],
}

const written = (facts: Result, data: Dataset | null): string => {
  const temporary = mkdtempSync(join(tmpdir(), 'yosan-results-'))
  const path = join(temporary, 'result.gz')
  writeResult({ path, temporary }, facts, data)
  expect(readdirSync(temporary)).toEqual(['result.gz'])
  return path
}

const partsAt = async (path: string): Promise<Dataset[]> => {
  const parts: Dataset[] = []
  for await (const part of readParts(path)) parts.push(part)
  return parts
}

describe('a result on disk', () => {
  it('gives back its facts and its rows, in parts of which the last has the document', async () => {
    const path = written(result, dataset)
    const parts = await partsAt(path)
    expect(await readResult(path)).toEqual(result)
    expect(parts.map(({ figures, documents, grids }) => [figures.length, documents.length, grids.length])).toEqual([
      [25, 0, 1],
      [25, 0, 0],
      [10, 1, 0],
    ])
    expect(parts.flatMap(({ figures }) => figures)).toEqual(rows)
  })

  it('has no rows where the document failed', async () => {
    const failed: Result = { status: 'failed', code: 'timed_out', predicate: 'takes long.', limits: null }
    const path = written(failed, null)
    expect([await readResult(path), await partsAt(path)]).toEqual([failed, []])
  })

  it('that is there stays', async () => {
    const path = written(result, dataset)
    writeResult({ path, temporary: join(path, '..') }, { ...result, figures: 1 }, null)
    expect(await readResult(path)).toEqual(result)
  })

  it('is none where it is not there', async () => {
    expect(await readResult('/nowhere/result.gz')).toBeNull()
  })

  it('is none where any of it is missing or another', async () => {
    const path = written(result, dataset)
    const whole = readFileSync(path)
    const damaged = Array.from({ length: 40 }, (_, i) => {
      const at = Math.floor((i * whole.length) / 40)
      const flipped = Buffer.from(whole)
      // Bytes 4 to 9 of a stretch tell when and where it was made, which counts for nothing.
      if (at > 9) flipped[at] = (flipped[at] ?? 0) ^ 255
      return at > 9 ? [whole.subarray(0, at), flipped] : [whole.subarray(0, at)]
    }).flat()
    for (const bytes of damaged) {
      writeFileSync(path, bytes)
      const read = await readResult(path)
      // Nothing but the header of a later stretch may differ unseen.
      if (read !== null) expect(await partsAt(path)).toEqual(await partsAt(written(result, dataset)))
    }
    const starts = [...whole.keys()].filter(
      (i) => i > 0 && whole.readUInt32BE(Math.min(i, whole.length - 4)) >>> 8 === 0x1f8b08,
    )
    expect(starts.length).toBeGreaterThanOrEqual(4)
    for (const start of starts) {
      writeFileSync(path, whole.subarray(0, start))
      expect(await readResult(path)).toBeNull()
    }
  })
})
