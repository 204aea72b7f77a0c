import { describe, expect, it } from 'vitest'
import { type Entry, nowhere } from '../../src/book/entry.js'
import { setsuNamesOf } from '../../src/book/setsu-names.js'
import { withLettersTold } from '../../src/book/told-letters.js'

const [first, second] = ['\uE800', '\uE801']

/** A row of 節 in expenditure. */
const setsu = (code: string | null, name: string): Entry => {
  const named = { code, name, label: { text: `${code} ${name}`, page: 1, boxes: '' } }
  const path = { ...nowhere, setsu: named }
  const place = { table: '', account: null, direction: 'expenditure', level: 'setsu', depth: null } as const
  return { print: 'row', ...place, named, path, isPriced: true, values: [], doubt: null }
}

const told = (entries: readonly Entry[]) => withLettersTold({ entries, unread: [], fiscalYear: null }).entries
const namesOf = (entries: readonly Entry[]) => told(entries).map(({ named }) => named.name)

describe('drawn letters', () => {
  it.each([
    ['the number of today', '21', `補償、補${first}及び賠償金`, '補償、補塡及び賠償金'],
    ['the number before 2020', '22', `補償、補${first}及び賠償金`, '補償、補塡及び賠償金'],
    ['another mark', '21', `補償・補${first}及び賠償金`, '補償・補塡及び賠償金'],
    ['two letters', '21', `補償、補${first}及び${second}償金`, '補償、補塡及び賠償金'],
    ['another number', '20', `補償、補${first}及び賠償金`, '補償、補〓及び賠償金'],
    ['no number', null, `補償、補${first}及び賠償金`, '補償、補〓及び賠償金'],
    ['a letter too few', '21', `補償、${first}及び賠償金`, '補償、〓及び賠償金'],
    ['none but drawn letters', '1', `${first}${second}`, '〓〓'],
  ])('%s', (_, code, name, expected) => {
    expect(namesOf([setsu(code, name)])).toEqual([expected])
  })

  it('are told for all names of the book', () => {
    const [row] = told([setsu('3', `補${first}金`), setsu('21', `補償、補${first}及び賠償金`)])
    expect(row).toMatchObject({
      named: { name: '補塡金', label: { text: '3 補塡金' } },
      path: { setsu: { name: '補塡金' } },
    })
    expect(row?.doubt).toBeNull()
  })

  it('are in doubt where nothing tells them, or two names tell them otherwise', () => {
    const entries = [setsu('3', `補${second}金`), setsu('9', `交${first}費`), setsu('8', `${first}費`)]
    expect(told(entries).map(({ named, doubt }) => [named.name, doubt])).toEqual([
      ['補〓金', 'letter_drawn'],
      ['交〓費', 'letter_drawn'],
      ['〓費', 'letter_drawn'],
    ])
  })

  it('are none in names as they are written', () => {
    const entries = [setsu('21', '補償、補〓及び賠償金')]
    expect(told(entries)).toEqual(entries)
  })
})

describe('the 節 of the regulation', () => {
  it.each([
    ['1', ['報酬', '報酬']],
    ['7', ['報償費', '賃金']],
    ['27', ['繰出金', '公課費']],
    ['28', ['繰出金']],
    ['29', []],
  ])('%s', (code, names) => {
    expect(setsuNamesOf(code)).toEqual(names)
  })
})
