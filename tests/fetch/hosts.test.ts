import { describe, expect, it } from 'vitest'
import { Hosts } from '../../src/fetch/hosts.js'

/** Timers may come a little early. */
const early = 5

const never = () => new AbortController().signal

/** Notes when each piece of work begins and ends. */
const diary = () => {
  const begun: { name: string; at: number }[] = []
  const ended: { name: string; at: number }[] = []
  const work =
    (name: string, milliseconds = 0) =>
    async () => {
      begun.push({ name, at: performance.now() })
      await new Promise((done) => setTimeout(done, milliseconds))
      ended.push({ name, at: performance.now() })
      return name
    }
  const gap = (i: number) => (begun[i]?.at ?? Number.NaN) - (ended[i - 1]?.at ?? Number.NaN)
  return { begun, ended, work, gap }
}

describe('Hosts', () => {
  it('does the work of a host one by one, in order, with a pause after each', async () => {
    const hosts = new Hosts(20, never())
    const { begun, ended, work, gap } = diary()
    await Promise.all(['a', 'b', 'c'].map((name) => hosts.turn('one', work(name, 5))))
    expect(begun.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect(ended.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect(gap(1)).toBeGreaterThanOrEqual(20 - early)
    expect(gap(2)).toBeGreaterThanOrEqual(20 - early)
  })

  it('gives back what the work gives', async () => {
    expect(await new Hosts(0, never()).turn('one', async () => 7)).toBe(7)
  })

  it('works for other hosts meanwhile', async () => {
    const hosts = new Hosts(0, never())
    let release = () => {}
    const held = hosts.turn('one', () => new Promise<void>((done) => (release = done)))
    expect(await hosts.turn('two', async () => 'done')).toBe('done')
    release()
    await held
  })

  it('goes on with the next piece of work, after a pause, when one fails', async () => {
    const hosts = new Hosts(20, never())
    const failed = hosts.turn('one', async () => {
      throw new Error('no')
    })
    const before = performance.now()
    const next = hosts.turn('one', async () => performance.now() - before)
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBeGreaterThanOrEqual(20 - early)
  })

  it('waits as long as it is told to', async () => {
    const hosts = new Hosts(0, never())
    const before = performance.now()
    hosts.pause('one', 100)
    hosts.pause('one', 10)
    expect(await hosts.turn('one', async () => performance.now() - before)).toBeGreaterThanOrEqual(100 - early)
  })

  it('also waits for a pause that comes while it waits already', async () => {
    const hosts = new Hosts(0, never())
    const before = performance.now()
    hosts.pause('one', 20)
    const turn = hosts.turn('one', async () => performance.now() - before)
    await new Promise(setImmediate)
    hosts.pause('one', 100)
    expect(await turn).toBeGreaterThanOrEqual(100 - early)
  })

  it('does nothing more when it is told to stop', async () => {
    const stop = new AbortController()
    const hosts = new Hosts(0, stop.signal)
    const { begun, work } = diary()
    hosts.pause('one', 600_000)
    const turns = [hosts.turn('one', work('a')), hosts.turn('one', work('b'))].map((turn) =>
      expect(turn).rejects.toMatchObject({ name: 'AbortError' }),
    )
    stop.abort()
    await Promise.all(turns)
    expect(begun).toEqual([])
  })
})
