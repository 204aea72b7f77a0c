import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BatchEvent } from '../../src/batch/events.js'
import { statusOf } from '../../src/batch/status.js'

const folderWith = (events: readonly (readonly [seconds: number, event: BatchEvent])[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yosan-status-'))
  mkdirSync(join(folder, '.yosan'))
  const at = (seconds: number) => new Date(Date.UTC(2026, 3, 1) + seconds * 1000).toISOString()
  const lines = events.map(([seconds, event]) => `${JSON.stringify({ at: at(seconds), ...event })}\n`)
  writeFileSync(join(folder, '.yosan', 'journal.ndjson'), lines.join(''))
  return folder
}

const begun = (resumed = false): BatchEvent => ({ event: 'begun', resumed, pid: 1, folder: '/', command: 'c' })
const started = (document_id: string, attempt = 1): BatchEvent => ({ event: 'started', document_id, attempt })
const done = (document_id: string, pages: number | null, cached = false): BatchEvent => ({
  event: 'done',
  document_id,
  input: `${document_id}.pdf`,
  sha256: '',
  status: 'complete',
  pages,
  figures: 1,
  needs_review: 0,
  cached,
  worker: cached ? null : 1,
  memory: null,
})

describe('time a page', () => {
  it.each<[string, (readonly [number, BatchEvent])[], number | null]>([
    ['none read yet', [[0, begun()]], null],
    [
      'one document',
      [
        [0, begun()],
        [1, started('a')],
        [3, done('a', 10)],
      ],
      200,
    ],
    [
      'two at a time',
      [
        [0, begun()],
        [0, started('a')],
        [0, started('b')],
        [2, done('b', 4)],
        [6, done('a', 16)],
      ],
      400,
    ],
    [
      'a text is one page',
      [
        [0, begun()],
        [1, started('a')],
        [2, done('a', null)],
      ],
      1000,
    ],
    [
      'the attempt that succeeded',
      [
        [0, begun()],
        [1, started('a')],
        [9, started('a', 2)],
        [10, done('a', 10)],
      ],
      100,
    ],
    [
      'not what was there before',
      [
        [0, begun()],
        [0, done('a', 100, true)],
        [1, started('b')],
        [2, done('b', 2)],
      ],
      500,
    ],
    [
      'all was there',
      [
        [0, begun()],
        [0, done('a', 100, true)],
      ],
      null,
    ],
    [
      'read before an interruption',
      [
        [0, begun()],
        [0, started('a')],
        [1, done('a', 10)],
        [9, begun(true)],
        [9, done('a', 10, true)],
      ],
      null,
    ],
  ])('%s', async (_, events, ms) => {
    expect((await statusOf(folderWith(events))).page_ms).toBe(ms)
  })
})
