import { describe, expect, it } from 'vitest'
import { licences, packageName, usualLicence } from '../../src/package/metadata.js'

describe('packageName', () => {
  it.each(['a', '0', 'jp-budget-2025', 'a.b_c-d', `a${'b'.repeat(99)}`])('takes %s', (name) => {
    expect(packageName.test(name)).toBe(true)
  })

  it.each(['', '-a', '.a', '_a', 'A', 'a/b', 'a\\b', '../a', 'a b', 'a\n', '予算', `a${'b'.repeat(100)}`])(
    'takes no %j',
    (name) => {
      expect(packageName.test(name)).toBe(false)
    },
  )
})

describe('licences', () => {
  it('begin with the one for which none is asked for', () => {
    expect(licences[0]).toBe(usualLicence)
  })

  it('each have a name and an address of their own', () => {
    for (const key of ['name', 'path', 'title'] as const)
      expect(new Set(licences.map((licence) => licence[key])).size).toBe(licences.length)
  })

  it.each(licences)('$name is an identifier of the Open Definition with its address', ({ name, path }) => {
    expect(name).toMatch(/^[A-Za-z0-9]+(?:-[A-Za-z0-9.]+)+$/u)
    expect(new URL(path).protocol).toBe('https:')
  })
})
