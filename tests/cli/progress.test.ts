import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/batch/events.js'
import type { Arguments } from '../../src/commands/arguments.js'
import { progressOn } from '../../src/commands/progress.js'

const at = '2026-11-22T00:00:00.000Z'
const found = (documents: number): Entry => ({ at, event: 'found', documents })
const done: Entry = {
  at,
  event: 'done',
  document_id: 'a',
  input: 'a\u001b[31m.pdf',
  sha256: '0'.repeat(64),
  status: 'partial',
  pages: 3,
  figures: 12,
  needs_review: 1,
  cached: false,
  worker: 7,
  memory: 100,
}
const failed: Entry = {
  at,
  event: 'failed',
  document_id: 'b',
  input: 'b.pdf',
  code: 'timed_out',
  message: 'b.pdf takes more than 3 seconds to read.',
  cached: false,
}
const nothing: Entry = { ...failed, document_id: null, input: 'empty', code: 'empty_folder' }

const argumentsOf = (given: Readonly<Record<string, string | boolean>>): Arguments => ({
  positionals: [],
  text: (name) => (typeof given[name] === 'string' ? String(given[name]) : null),
  flag: (name) => given[name] === true,
})

/** What is printed on stderr, as lines, or on a screen, as drawn. */
const show = (given: Readonly<Record<string, string | boolean>>, entries: readonly Entry[], onScreen = false) => {
  let err = ''
  let drawn = ''
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 100 })
  screen.on('data', (data) => {
    drawn += data
  })
  const progress = progressOn(argumentsOf(given), {
    out: () => {},
    err: (text) => {
      err += text
    },
    colour: false,
    screen: onScreen ? screen : null,
  })
  for (const entry of entries) progress.on(entry)
  progress.close()
  return { err, drawn }
}

describe('progress', () => {
  it('is a line a document where nobody looks, without control characters', () => {
    expect(show({}, [found(2), nothing, done, failed]).err).toBe(
      '[1/2] a\\u001b[31m.pdf  3 pages, 12 figures, partial\n[2/2] b.pdf  failed (timed_out)\n',
    )
  })

  it.each([
    ['one document alone', {}, [found(1), done], false],
    ['one document alone on a screen', {}, [found(1), done], true],
    ['quiet', { quiet: true }, [found(2), done, failed], false],
    ['quiet on a screen', { quiet: true }, [found(2), done, failed], true],
  ])('is nothing: %s', (_, given, entries, onScreen) => {
    expect(show(given, entries, onScreen)).toEqual({ err: '', drawn: '' })
  })

  it('is a bar on a screen', () => {
    const { err, drawn } = show({}, [found(2), done, failed], true)
    expect(err).toBe('')
    expect(drawn).toContain('0/2 documents, 0 pages/s')
    expect(drawn, 'the cursor is back').toContain('\u001b[?25h')
  })

  it('is an event a line for machines, whatever else is asked', () => {
    const entries = [found(1), { ...done, input: 'a\u001b.pdf' }]
    const { err } = show({ log: 'ndjson', quiet: true }, entries, true)
    expect(err).not.toContain('\u001b')
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(entries)
  })
})
