import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { folderOf, newFolder } from './inputs.js'
import { halvesIn, journalOf, run, start, tablesIn } from './processes.js'

const kills = 20
const workers = 2
const texts = 40
const pdfs = ['r7-aoba-book.pdf', 'r7-asahino-rows.pdf', 'r6-konan-supplement.pdf', 'r7-draft-research.pdf']

/** Park and Miller's generator, so that a failure can be seen again. */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

describe(`a batch killed at ${kills} random moments`, () => {
  const seed = Date.now() % 2_147_483_646 || 1
  const input = folderOf(texts, pdfs)
  const args = (out: string) => [
    ...['extract', input, '--out', out, '--workers', String(workers), '--tables', '--quiet'],
  ]

  it(`ends with the bytes of one that was not, and repeats at most a document a worker (seed ${seed})`, async () => {
    const whole = join(newFolder(), 'out')
    const begun = performance.now()
    expect(await run(args(whole))).toEqual({ code: 0, out: '', err: '' })
    const duration = performance.now() - begun

    const out = join(newFolder(), 'out')
    const random = randomFrom(seed)
    let killed = 0
    for (let i = 0; i < kills; i++) {
      const { process, ended } = start(args(out))
      // The process needs a while before it has anything to lose, and each run has less to do than the one before.
      await Promise.race([setTimeout(random() * duration), ended])
      if (process.kill('SIGKILL')) killed++
      await ended
    }
    expect(killed).toBeGreaterThan(0)
    expect(await run(args(out))).toEqual({ code: 0, out: '', err: '' })
    expect(tablesIn(out)).toEqual(tablesIn(whole))
    expect(halvesIn(out)).toEqual([])

    const runs = runsOf(out)
    const started = runs.flatMap((entries) => entries.filter(({ event }) => event === 'started'))
    expect(started.length).toBeLessThanOrEqual(texts + pdfs.length + workers * killed)
    for (const entries of runs) {
      const ids = entries.flatMap((entry) => (entry.event === 'started' ? [entry.document_id] : []))
      expect(new Set(ids).size, 'no document is started twice in a run').toBe(ids.length)
    }
  })
})

const runsOf = (out: string) => {
  const runs: ReturnType<typeof journalOf>[] = []
  for (const entry of journalOf(out)) {
    if (entry.event === 'begun') runs.push([])
    runs.at(-1)?.push(entry)
  }
  return runs
}
