import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Downloader, type Settings } from '../../src/fetch/index.js'
import type { Manners } from '../../src/fetch/manners.js'
import { Originals } from '../../src/fetch/originals.js'

/** Quick, but so patient with silence that a busy machine does not matter. */
export const quick: Manners = {
  delay: 0,
  silence: 60_000,
  total: 60_000,
  attempts: 3,
  firstWait: 10,
  longestWait: 5000,
  redirects: 3,
  pdfBytes: 2 * 1024 * 1024,
  pageBytes: 1024 * 1024,
}

/** A folder of its own for one test. */
export const ownFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'yosan-fetch-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Where downloads go, and a downloader for each run of a batch there. */
export const deskIn = (folder: string) => {
  const places = {
    originals: join(folder, 'originals'),
    downloads: join(folder, 'downloads'),
    temporary: join(folder, 'temporary'),
  }
  return {
    places,
    run: (settings: Partial<Omit<Settings, 'manners'>> & { readonly manners?: Partial<Manners> } = {}) =>
      new Downloader({
        originals: new Originals(places),
        signal: new AbortController().signal,
        since: '2026-01-01T00:00:00.000Z',
        now: () => new Date(times.first),
        ...settings,
        manners: { ...quick, ...settings.manners },
      }),
    halves: () => namesIn(places.temporary),
    originals: () => namesIn(places.originals),
  }
}

export const newDesk = async () => deskIn(await ownFolder())

/** Of the first and the second run. */
export const times = { first: '2026-02-01T00:00:00.123Z', second: '2026-02-02T00:00:00.456Z' } as const

/** As data sets publish a time. */
export const inSeconds = (time: string): string => `${time.slice(0, 19)}Z`

export const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort()
