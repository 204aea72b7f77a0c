import { expect, it } from 'vitest'
import { validate } from '../../src/validate/index.js'
import { about } from './assemblies.js'
import { assemblyOf } from './tables.js'

const cases: readonly (readonly [printed: string, status: string | null, yen: number | null])[] = [
  ['1,234', 'numeric', 1_234_000],
  ['0', 'numeric', 0],
  ['－', 'dash', null],
  ['―', 'dash', null],
  ['-', 'dash', null],
  ['', 'blank', null],
  ['…', 'unreadable', null],
  ['*', 'unreadable', null],
  ['廃止', null, null],
]

it.each(cases)('a row that prints %o where its budget should stand is %s', (printed, status, yen) => {
  const assembly = assemblyOf({ columns: ['name', 'now', 'last'], rows: [['議会費', printed, '500']] })
  const [programme] = validate(assembly, about).programmes
  const previous = yen === null ? 500_000 : null
  expect(programme).toMatchObject({ amount_status: status, amount_yen: yen, previous_amount_yen: previous })
})

it('takes no part of a row for its amount', () => {
  const assembly = assemblyOf({ columns: ['name', 'now', 'state'], rows: [['議会費', '', '300']] })
  const [programme] = validate(assembly, about).programmes
  expect([programme?.amount_status, programme?.amount_yen]).toEqual(['blank', null])
})
