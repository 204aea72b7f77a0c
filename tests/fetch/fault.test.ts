import { describe, expect, it } from 'vitest'
import { Fault, isPassing, readRetryAfter, waitAfter } from '../../src/fetch/fault.js'
import { manners } from '../../src/fetch/manners.js'
import { quick } from './desk.js'

describe('isPassing', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('%i may be over the next time', (status) => {
    expect(isPassing(status)).toBe(true)
  })

  it.each([204, 304, 400, 401, 403, 404, 410, 451, 501, 505, 511])('%i stays', (status) => {
    expect(isPassing(status)).toBe(false)
  })
})

describe('waitAfter', () => {
  const patience = { ...quick, attempts: 4, firstWait: 100, longestWait: 5000 }

  it.each([
    [1, null, 100],
    [2, null, 200],
    [3, null, 400],
    [4, null, null],
    [1, 0, 100],
    [1, 60, 100],
    [1, 3000, 3000],
    [3, 3000, 3000],
    [1, 5000, 5000],
    [1, 5001, null],
    [4, 1, null],
  ])('after attempt %i with %s ms asked for: %s ms', (attempt, askedWait, wait) => {
    expect(waitAfter(new Fault('answers 503', askedWait), attempt, patience)).toBe(wait)
  })

  it('asks once when one attempt is all', () => {
    expect(waitAfter(new Fault('answers 503'), 1, { ...patience, attempts: 1 })).toBeNull()
  })

  it('never waits longer of itself than a server may ask for', () => {
    for (let attempt = 1; attempt < manners.attempts; attempt++)
      expect(waitAfter(new Fault('answers 503'), attempt, manners)).toBeLessThanOrEqual(manners.longestWait)
  })
})

describe('readRetryAfter', () => {
  const now = Date.parse('2026-03-31T15:00:00Z')

  it.each([
    [null, null],
    ['0', 0],
    ['1', 1000],
    [' 120 ', 120_000],
    ['Tue, 31 Mar 2026 15:00:30 GMT', 30_000],
    ['Tue, 31 Mar 2026 14:59:00 GMT', 0],
    ['Tuesday, 31-Mar-26 15:00:05 GMT', 5000],
    ['later', null],
    ['', null],
  ])('%j: %s', (value, wait) => {
    expect(readRetryAfter(value, now)).toBe(wait)
  })
})
