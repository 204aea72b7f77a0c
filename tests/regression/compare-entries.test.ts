import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparison, compareEntries } from '../../src/regression/compare-entries.js'
import { byContent, type Entry, entriesOf, type Field, fields } from '../../src/regression/entry.js'
import { alike, entry, oku, shuffled } from './entries.js'

const others: Entry = {
  document: 'book',
  page: '7',
  programme: '施設の整備',
  role: 'comparison',
  year: '2025',
  stage: 'enacted',
  yen: '2600000000',
  raw: '26億円',
  flags: 'new',
}

/** The entry with these fields of another one. */
const withOther = (...names: readonly Field[]): Entry =>
  entry(Object.fromEntries(names.map((name) => [name, others[name]])))

const none: Comparison = { same: 0, added: [], removed: [], changed: [] }

/** `same, +added, -removed, ~fields that changed`. */
const told = ({ same, added, removed, changed }: Comparison): string =>
  [
    same,
    ...added.map(({ raw }) => `+${raw}`),
    ...removed.map(({ raw }) => `-${raw}`),
    ...changed.map((change) => `~${change.fields.join('&')} ${change.before.raw}→${change.after.raw}`),
  ].join(' ')

const ownFields = fields.filter((field) => field !== 'document')

describe('one figure', () => {
  it.each(ownFields)('whose %s alone changed is one change of it', (field) => {
    expect(compareEntries([entry()], [withOther(field)])).toEqual({
      ...none,
      changed: [{ fields: [field], before: entry(), after: withOther(field) }],
    })
  })

  it.each(ownFields)('whose %s alone changed is found among those that did not', (field) => {
    const rest = [entry({ raw: '3億円', yen: '300000000' }), entry({ programme: '別の事業' }), entry({ page: '3' })]
    const { same, added, removed, changed } = compareEntries([...rest, entry()], [withOther(field), ...rest])
    expect([same, added, removed]).toEqual([3, [], []])
    expect(changed).toEqual([{ fields: [field], before: entry(), after: withOther(field) }])
  })

  it.each<[names: readonly Field[]]>([
    [['yen', 'raw']],
    [['year', 'stage']],
    [['role', 'year', 'stage']],
    [['page', 'programme']],
    [['role', 'year', 'stage', 'flags']],
    [['yen', 'raw', 'flags']],
    [['programme', 'role', 'year', 'stage', 'flags']],
  ])('whose %j changed is one change', (names) => {
    const { changed, ...rest } = compareEntries([entry()], [withOther(...names)])
    expect(rest).toEqual({ same: 0, added: [], removed: [] })
    expect(changed.map((change) => change.fields)).toEqual([fields.filter((field) => names.includes(field))])
  })

  it.each<[names: readonly Field[], more: Field]>([
    [['flags'], 'role'],
    [['page'], 'programme'],
    [['programme'], 'page'],
    [['year'], 'stage'],
    [['stage'], 'year'],
    [['role'], 'year'],
    [['yen'], 'raw'],
    [['raw'], 'yen'],
    [['yen', 'raw'], 'flags'],
    [['year', 'stage'], 'role'],
    [['role', 'year', 'stage'], 'flags'],
    [['role', 'year', 'stage', 'flags'], 'programme'],
  ])('whose %j changed is found before one whose %s is another too', (names, more) => {
    const [other, own] = [withOther(...names, more), withOther(...names)]
    const { added, changed } = compareEntries([entry()], [other, own])
    expect([added, changed.map(({ after }) => after)]).toEqual([[other], [own]])
  })

  it.each<[names: readonly Field[]]>([[['document']], [['programme', 'yen', 'raw']], [['page', 'yen']], [fields]])(
    'whose %j changed is another one',
    (names) => {
      const other = withOther(...names)
      expect(compareEntries([entry()], [other])).toEqual({ ...none, added: [other], removed: [entry()] })
    },
  )

  it('that came is added, that went is removed, that stayed is the same', () => {
    expect(compareEntries([], [entry()])).toEqual({ ...none, added: [entry()] })
    expect(compareEntries([entry()], [])).toEqual({ ...none, removed: [entry()] })
    expect(compareEntries([entry()], [entry()])).toEqual({ ...none, same: 1 })
    expect(compareEntries([], [])).toEqual(none)
  })
})

const a = entry({ programme: '甲', raw: '1億円', yen: '100000000' })
const b = entry({ programme: '乙', raw: '2億円', yen: '200000000' })
const last = entry({ ...b, programme: '甲', year: '2025' })

describe('several figures', () => {
  it.each<[what: string, before: readonly Entry[], after: readonly Entry[], told: string]>([
    ['one that is doubled is added', [a, b], [a, a, b], '2 +1億円'],
    ['one of two that are alike is removed', [a, a, b], [a, b], '2 -1億円'],
    ['two that are alike stay two', [a, a], [a, a], '2'],
    ['one of two that are alike changed', [a, a], [a, { ...a, flags: 'new' }], '1 ~flags 1億円→1億円'],
    [
      'a swapped pair of programmes is two changes',
      [a, b],
      [
        { ...a, programme: '乙' },
        { ...b, programme: '甲' },
      ],
      '0 ~programme 2億円→2億円 ~programme 1億円→1億円',
    ],
    [
      'a swapped pair of years is two changes',
      [a, last],
      [
        { ...a, year: '2025' },
        { ...last, year: '2026' },
      ],
      '0 ~year 2億円→2億円 ~year 1億円→1億円',
    ],
    ['the surest pair comes first', [a], [{ ...a, yen: '300000000', raw: '3億円' }, a], '1 +3億円'],
    [
      'a change of value before another programme',
      [a],
      [b, { ...a, yen: '300000000', raw: '3億円' }],
      '0 +2億円 ~yen&raw 1億円→3億円',
    ],
    [
      'a page that is put before the others',
      [a, b],
      [a, b].map((one) => ({ ...one, page: '2' })),
      '0 ~page 2億円→2億円 ~page 1億円→1億円',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(compareEntries(before, after))).toBe(expected)
    const copies = [before, after].map((side) => side.map((own) => ({ ...own })).reverse())
    expect(told(compareEntries(copies[0] ?? [], copies[1] ?? []))).toBe(expected)
  })
})

const lists = fc.array(alike, { maxLength: 8 })

const contentOf = (one: Entry): string => JSON.stringify(fields.map((field) => one[field]))

/** How many entries of one list have one alike in the other. */
const sharedBy = (before: readonly Entry[], after: readonly Entry[]): number => {
  const rest = after.map(contentOf)
  const shared = before.filter((one) => {
    const at = rest.indexOf(contentOf(one))
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return shared.length
}

/** A list, and the same in another order. */
const reordered = lists.chain((list) => fc.tuple(fc.constant(list), shuffled(list)))

describe('any figures', () => {
  it('are each the same, changed, removed or added', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { same, added, removed, changed } = compareEntries(before, after)
        expect(same + changed.length + removed.length).toBe(before.length)
        expect(same + changed.length + added.length).toBe(after.length)
        expect(new Set([...removed, ...changed.map((change) => change.before)]).size).toBe(before.length - same)
        expect(new Set([...added, ...changed.map((change) => change.after)]).size).toBe(after.length - same)
      }),
      { numRuns: 500 },
    )
  })

  it('are the same as themselves in any order', () => {
    fc.assert(
      fc.property(reordered, ([list, other]) => {
        expect(compareEntries(list, other)).toEqual({ ...none, same: list.length })
      }),
    )
  })

  it('say of each change what differs', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        for (const change of compareEntries(before, after).changed) {
          expect(change.fields).toEqual(fields.filter((field) => change.before[field] !== change.after[field]))
          expect(change.fields).not.toEqual([])
        }
      }),
    )
  })

  it('of which as many stay the same as there are alike on both sides, in any order', () => {
    fc.assert(
      fc.property(reordered, reordered, ([before, before2], [after, after2]) => {
        const shared = sharedBy(before, after)
        expect(compareEntries(before, after).same).toBe(shared)
        expect(compareEntries(before2, after2).same).toBe(shared)
      }),
    )
  })

  it('of which one changed in one thing show just that, in any order', () => {
    const cases = fc.tuple(fc.array(alike, { minLength: 1, maxLength: 8 }), fc.nat(), fc.constantFrom(...ownFields))
    const shuffledCases = cases.chain(([list, n, field]) => {
      const before = list[n % list.length] as Entry
      const after = { ...before, [field]: 'other' }
      return fc.tuple(
        shuffled(list),
        shuffled(list.map((one) => (one === before ? after : { ...one }))),
        fc.constant({ ...none, same: list.length - 1, changed: [{ fields: [field], before, after }] }),
      )
    })
    fc.assert(
      fc.property(shuffledCases, ([before, after, expected]) => {
        expect(compareEntries(before, after)).toEqual(expected)
      }),
    )
  })

  it('are paired in one way, whatever their order', () => {
    fc.assert(
      fc.property(reordered, reordered, ([before, before2], [after, after2]) => {
        expect(compareEntries(before2, after2)).toEqual(compareEntries(before, after))
      }),
      { numRuns: 500 },
    )
  })

  it('that came or went are told in the order of a baseline', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { added, removed } = compareEntries(before, after)
        for (const side of [added, removed]) expect(side).toEqual([...side].sort(byContent))
      }),
    )
  })

  it('of a data set are compared alike, whatever the order and the ids of its figures', () => {
    const figures = [1, 2, 3, 4, 5, 6].map((count) =>
      oku(Math.ceil(count / 2), { fund: count > 4, page: (count % 3) + 1 }),
    )
    const before = entriesOf(figures)
    const after = figures.map((figure) => ({ ...figure, fiscal_year: 2027, yen: (figure.yen ?? 0) % 300_000_000 }))
    fc.assert(
      fc.property(shuffled(after), fc.array(fc.string(), { minLength: 6, maxLength: 6 }), (mixed, ids) => {
        const named = mixed.map((figure, i) => ({ ...figure, figure_id: ids[i] ?? '', line: i + 1 }))
        expect(compareEntries(before, entriesOf(named))).toEqual(compareEntries(before, entriesOf(after)))
      }),
    )
  })
})
