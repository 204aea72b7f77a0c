import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { YosanError } from '../errors.js'

/** What every page holds: made of `client/` and `style.css` by the build. */
export interface Assets {
  readonly script: string
  readonly style: string
}

const folder = join(import.meta.dirname, '..', '..', 'dist', 'report')

/** @throws YosanError when yosan was not built whole */
export const readAssets = async (): Promise<Assets> => {
  const [script, style] = await Promise.all(['client.js', 'style.css'].map(readAsset))
  return { script: script ?? '', style: style ?? '' }
}

const readAsset = (name: string): Promise<string> =>
  readFile(join(folder, name), 'utf8').catch((cause: unknown) => {
    throw new YosanError('broken_installation', `${join(folder, name)} is missing: install yosan again.`, { cause })
  })
