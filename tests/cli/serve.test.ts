import { describe, expect, it } from 'vitest'
import { yosan } from './yosan.js'

describe('misuse of yosan serve is one sentence on stderr and exit code 1', () => {
  it.each<[args: readonly string[], err: string]>([
    [[], 'Name the folder of a data set: yosan serve DIR [DOCUMENTS...]'],
    [['/nowhere'], 'Cannot read /nowhere/documents.json: run yosan extract first, or name the folder of its data set.'],
    [['/nowhere', '--port', '65536'], "--port takes a whole number from 0 to 65535, not '65536'."],
    [['/nowhere', '--port', '80.5'], "--port takes a whole number from 0 to 65535, not '80.5'."],
  ])('%j', async (args, err) => {
    expect(await yosan('serve', ...args)).toEqual({ code: 1, out: '', err: `yosan: ${err}\n` })
  })
})
