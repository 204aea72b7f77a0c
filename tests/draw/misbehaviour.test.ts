import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makePdf } from '../load/make-pdf.js'
import { withFile } from '../load/pages.js'
import { draw, drawingProcesses, drawPages, pictures } from './pictures.js'

const misbehave = pathToFileURL(join(import.meta.dirname, 'misbehave.mjs')).href
const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'documents', 'r3-draft-campus.pdf')

/** A page for each: dashes of certain lengths make the drawing misbehave. */
const dashed = (...dashes: readonly number[]) =>
  makePdf({ pages: dashes.map((dash) => `[${dash}] 0 d 0 50 m 200 50 l S`) })

afterEach(() => {
  vi.unstubAllEnvs()
  expect(drawingProcesses()).toEqual([])
})

/** No page of these takes so long on the slowest machine. */
const limits = { seconds: 120, mebibytes: 512 }

describe('a page that cannot be drawn', () => {
  it.each([
    [101, 15, /^Page 2 cannot be drawn: it takes more than 15 seconds\.$/],
    [
      102,
      120,
      /^Page 2 cannot be drawn: it needs more than 512 MiB of memory, or its process was ended from outside\.$/,
    ],
    [
      103,
      120,
      /^Page 2 cannot be drawn: it needs more than 512 MiB of memory, or its process was ended from outside\.$/,
    ],
    [104, 120, /^Page 2 cannot be drawn: it made its process end \(7\)\.$/],
  ])('leaves the others alone (%s)', async (dash, seconds, reason) => {
    vi.stubEnv('NODE_OPTIONS', `--import ${misbehave}`)
    await withFile('dashed.pdf', dashed(1, dash, 3, 4), async (path) => {
      const [first, bad, ...rest] = await draw(path, [1, 2, 3, 4], { workers: 1, limits: { ...limits, seconds } })
      expect(bad).toEqual({ page: 2, reason: expect.stringMatching(reason) })
      expect(pictures([first, ...rest].flatMap((page) => page ?? [])).map(({ page }) => page)).toEqual([1, 3, 4])
    })
  })

  it('may be all of them, and none that the document has', async () => {
    vi.stubEnv('NODE_OPTIONS', `--import ${misbehave}`)
    await withFile('dashed.pdf', dashed(104, 104), async (path) => {
      const drawn = await draw(path, [1, 2, 9], { limits })
      expect(drawn.map((page) => ('reason' in page ? page.reason : ''))).toEqual([
        'Page 1 cannot be drawn: it made its process end (7).',
        'Page 2 cannot be drawn: it made its process end (7).',
        'There is no page 9: the last one is 2.',
      ])
    })
  })

  it('holds an image larger than the memory', async () => {
    const image =
      '<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB ' +
      '/Length 3 >>\nstream\nabc\nendstream'
    const bytes = makePdf({
      pages: ['q 200 0 0 100 0 0 cm /I Do Q', '0 g 0 0 9 9 re f'],
      objects: [image],
      resources: '/XObject << /I 4 0 R >>',
    })
    await withFile('image.pdf', bytes, async (path) => {
      const drawn = await draw(path, [1, 2], { limits: { seconds: 120, mebibytes: 512 } })
      expect(drawn[1]).toMatchObject({ page: 2, width: 200, height: 100 })
    })
  })
})

describe('nothing at all can be drawn', () => {
  it('without a canvas', async () => {
    vi.stubEnv('NODE_OPTIONS', `--import ${misbehave}`)
    vi.stubEnv('NO_CANVAS', '1')
    await expect(draw(fixture, [1])).rejects.toMatchObject({
      code: 'broken_installation',
      message: expect.stringMatching(/@napi-rs\/canvas is not installed .*: install yosan again [^.]*\.$/u),
    })
  })

  it.each([
    ['damaged.pdf', Buffer.from('%PDF-1.7\n'), 'damaged_pdf'],
    ['empty.pdf', Buffer.alloc(0), 'empty_file'],
  ])('of %s', async (name, bytes, code) => {
    await withFile(name, bytes, async (path) => {
      await expect(draw(path, [1])).rejects.toMatchObject({ name: 'YosanError', code })
    })
  })

  it('of a file that is not there, or within too little memory', async () => {
    await expect(draw('/nowhere/a.pdf', [1])).rejects.toMatchObject({ code: 'missing_file' })
    await expect(draw(fixture, [1], { limits: { seconds: 120, mebibytes: 20 } })).rejects.toMatchObject({
      code: 'out_of_memory',
      message: expect.stringContaining('r3-draft-campus.pdf cannot be opened to be drawn: it needs more than 20 MiB'),
    })
    expect(await draw('/nowhere/a.pdf', [])).toEqual([])
  })
})

describe('no process is left', () => {
  it('when the loop ends early', async () => {
    for await (const drawn of drawPages(fixture, {
      pages: [1, 2, 3, 4, 5],
      workers: 2,
      limits: limits,
    })) {
      expect(drawn.page).toBe(1)
      expect(drawingProcesses()).not.toEqual([])
      break
    }
    expect(drawingProcesses()).toEqual([])
  })

  it.each([0, 300, 1000])('when it is ended after %i ms', async (delay) => {
    const stop = new AbortController()
    const drawing = draw(fixture, Array(100).fill(1), { signal: stop.signal })
    const ended = expect(drawing).rejects.toMatchObject({ code: 'interrupted' })
    await setTimeout(delay)
    stop.abort()
    await ended
    expect(drawingProcesses()).toEqual([])
  })

  it('when it was ended before it began', async () => {
    await expect(draw(fixture, [1], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('when the process that asked for pages is killed', async () => {
    const program = `
      import { drawPages } from '${pathToFileURL(join(import.meta.dirname, '../../dist/draw/index.js')).href}'
      for await (const { page } of drawPages('${fixture}', {
        pages: Array(1000).fill(1), workers: 2, limits: { seconds: 120, mebibytes: 1024 },
      })) console.log(page)`
    const asking = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await once(asking.stdout, 'data')
    const drawing = drawingProcesses(asking.pid)
    expect(drawing).toHaveLength(2)
    asking.kill('SIGKILL')
    await vi.waitUntil(() => drawing.every((pid) => !isAlive(pid)), { timeout: 60_000 })
  })
})

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
