import { describe, expect, it } from 'vitest'
import { type Filter, filtered, shows } from '../../../src/report/client/filter.js'
import { itemsOf } from '../../../src/report/client/items.js'
import { check, figure, issue } from '../../emit/sample.js'
import { dataOf } from './data.js'

const sound = { ...figure, needs_review: false, check_status: 'ok' } as const

const items = itemsOf(
  dataOf({
    figures: [
      { ...sound, figure_id: 'sound', line: 1, programme: '宇宙　ＡＩ研究', parent: '科学技術', role: 'budget' },
      { ...sound, figure_id: 'doubt', line: 2, programme: '教育', parent: null, role: 'change', needs_review: true },
      {
        ...sound,
        figure_id: 'both',
        line: 4,
        programme: '教育',
        parent: 'ai',
        check_status: 'error',
        needs_review: true,
      },
      { ...sound, figure_id: 'failed', line: 5, programme: null, parent: null },
    ],
    checks: ['both', 'failed'].map((figure_id) => ({ ...check, figure_id, verdict: 'mismatch' })),
    issues: [
      { ...issue, issue_id: 'unread', page: 1, line: 3, rule: 'unit_missing' },
      { ...issue, issue_id: 'info', page: 1, line: 6, rule: 'figure_rejected' },
    ],
  }),
)

const all: Filter = { show: 'all', role: '', programme: '' }

describe('filtered', () => {
  it.each<[filter: Partial<Filter>, ids: string]>([
    [{}, 'sound doubt unread both failed info'],
    [{ show: 'attention' }, 'both failed doubt unread'],
    [{ show: 'failed' }, 'both failed'],
    [{ show: 'review' }, 'doubt both'],
    [{ show: 'leftover' }, 'unread'],
    [{ role: 'budget' }, 'sound both failed'],
    [{ role: 'change' }, 'doubt'],
    [{ role: 'rate' }, ''],
    [{ role: 'change', show: 'failed' }, ''],
    [{ programme: '教育' }, 'doubt both'],
    [{ programme: 'AI' }, 'sound both'],
    [{ programme: ' ａ ｉ　' }, 'sound both'],
    [{ programme: '宇宙AI' }, 'sound'],
    [{ programme: '科学' }, 'sound'],
    [{ programme: '　' }, 'sound doubt unread both failed info'],
    [{ programme: '.*' }, ''],
    [{ programme: '教育', show: 'attention' }, 'both doubt'],
  ])('by %j', (filter, ids) => {
    expect(
      filtered(items, { ...all, ...filter })
        .map(({ id }) => id)
        .join(' '),
    ).toBe(ids)
  })

  it('leaves the items as they are', () => {
    const before = items.map(({ id }) => id)
    filtered(items, { ...all, show: 'attention' })
    expect(items.map(({ id }) => id)).toEqual(before)
  })

  it('has a choice of each kind with words of its own', () => {
    expect(new Set(shows.map(({ show }) => show)).size).toBe(shows.length)
    expect(new Set(shows.map(({ name }) => name)).size).toBe(shows.length)
  })
})
