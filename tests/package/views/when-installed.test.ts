import { expect, it } from 'vitest'
import { whenInstalled } from '../../../src/package/views/when-installed.js'

const failing = (error: Error) => () => Promise.reject(error)

it('gives a library that is there', async () => {
  expect(await whenInstalled(async () => 'library')).toBe('library')
})

it('gives null for one that is not installed', async () => {
  const error = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
  expect(await whenInstalled(failing(error))).toBeNull()
})

it('passes on what is wrong with one that is', async () => {
  await expect(whenInstalled(failing(new Error('broken')))).rejects.toThrow('broken')
})
