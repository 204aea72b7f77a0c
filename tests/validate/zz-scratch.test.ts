import { it } from 'vitest'
import { validate } from '../../src/validate/index.js'
import { about, amount, assembly, draft, node, placeOn, previous, validated } from './assemblies.js'
import { assemblyOf, type ColumnName, type Sketch } from './tables.js'
import { claimOfRow } from '../../src/model/check-rows.js'
import { reckon } from '../../src/model/reckon.js'

const show = (what: string, { checks, figures, issues }: ReturnType<typeof validate>) => {
  console.log(`## ${what}`)
  for (const k of checks) console.log(k.rule, k.figure_id?.slice(7) ?? null, k.inputs?.replaceAll('slides-', '') ?? null, k.percent, k.expected_yen, k.found_yen, k.tolerance_yen, k.verdict, k.message)
  for (const f of figures) console.log('   ', f.figure_id.slice(7), f.raw, f.role, f.fiscal_year, f.stage, f.checked_by, f.check_status)
  for (const i of issues) console.log('   ! ', i.rule, i.message)
  const by = new Map(figures.map((f) => [f.figure_id, f]))
  for (const k of checks) {
    const r = reckon(claimOfRow(k), (id) => by.get(id) ?? null)
    for (const [key, v] of Object.entries(r)) if (k[key as never] !== v) console.log('   RE-RECKON', k.check_id, key, k[key as never], v)
  }
}
const sheet = (columns: ColumnName[], ...rows: string[][]): Sketch => ({ columns, rows })
const run = (what: string, s: Sketch, f: (d: any, i: number) => any = () => ({})) => {
  const a = assemblyOf(s)
  show(what, validate({ ...a, drafts: a.drafts.map((d, i) => ({ ...d, ...f(d, i) })) }, about))
}
it('x', () => {
  run('context columns', sheet(['name', 'other', 'other', 'change'], ['a', '300', '250', '50'], ['b', '700', '650', '50'], ['c', '90', '70', '20']))
  run('same term', sheet(['name', 'now', 'amount', 'change'], ['a', '300', '250', '50'], ['b', '700', '650', '50'], ['c', '90', '70', '20']))
  run('plain', sheet(['name', 'now', 'last', 'change', 'growth'], ['a', '300', '250', '50', '20.0'], ['b', '700', '-', '700', '皆増'], ['計', '1,000', '250', '750', '300.0'], ['c','','250','△250','皆減']))
  run('two supplements of two years', sheet(['name', 'extra', 'last', 'change'], ['a', '300', '250', '50'], ['b', '700', '650', '50'], ['c', '90', '70', '20']), (d) => (d.role === 'comparison' ? { stage: 'supplementary' } : {}))
  run('revised both + change', sheet(['name', 'before', 'change', 'after'], ['a', '250', '50', '300'], ['b', '650', '50', '700'], ['c', '70', '20', '90']))
  run('supp', sheet(['name', 'before', 'extra', 'after'], ['a', '250', '50', '300'], ['b', '650', '50', '700'], ['c', '70', '20', '90'], ['計', '970', '120', '1,090']))
  run('parts other year', sheet(['name', 'last', 'state', 'own'], ['a', '300', '250', '50'], ['b', '700', '650', '50'], ['c', '90', '70', '20']))
  run('parts', sheet(['name', 'now', 'state', 'own'], ['a', '300', '250', '50'], ['b', '700', '650', ''], ['c', '90', '70', '20']))
  run('share', sheet(['name', 'now', 'share'], ['a', '300', '30.0'], ['b', '700', '70.0'], ['計', '1,000', '100.0']))
  run('ratio', sheet(['name', 'now', 'last', 'ratio'], ['a', '300', '250', '120.0'], ['b', '700', '650', '107.7'], ['c', '90', '70', '128.6']))
  run('growth null terms', sheet(['name', 'now', 'last', 'growth'], ['a', '300', '250', '20.0'], ['b', '700', '650', '7.7'], ['c', '90', '70', '28.6']), () => ({ fiscalYear: null, stage: null }))
  run('no years', sheet(['name', 'now', 'last', 'change'], ['a', '300', '250', '50'], ['b', '700', '650', '50'], ['c', '90', '70', '20']), () => ({ fiscalYear: null, stage: null }))
  run('totals with mixed stage', sheet(['name', 'now'], ['a', '300'], ['b', '700'], ['計', '1,000']), (_, i) => (i === 1 ? { stage: 'draft' } : {}))
  // several amounts in a cell
  {
    const a = assemblyOf(sheet(['name', 'now', 'last', 'change', 'growth'], ['a', '300', '250', '50', '20.0'], ['b', '700', '650', '50', '7.7'], ['c', '90', '70', '20', '28.6'], ['計', '1,090', '970', '120', '12.4']))
    const twin = { ...a.drafts[0]!, amount: amount(0, { yen: 100_000, precision: 1000 }) }
    const drafts = a.drafts.map((d, i) => (i === 0 ? { ...d, amount: amount(0, { yen: 200_000, precision: 1000 }) } : d))
    show('several', validate({ ...a, drafts: [...drafts, twin] }, about))
  }
  show('one part equal', validated([draft(40), draft(40, { programme: 1 })]))
  show('one part below', validated([draft(40), draft(30, { programme: 1 })]))
  show('unit same year', validated([draft(40), previous(30, 0, { fiscalYear: 2025 })]))
  show('supp none after', validated([draft(40, { stage: 'enacted' }), draft(5, { stage: 'supplementary', supplementaryNo: 1 })]))
  show('supp after', validated([draft(40, { stage: 'enacted' }), draft(5, { stage: 'supplementary', supplementaryNo: 1 }), draft(45, { stage: 'revised' })]))
  show('schema', validated([draft(40), previous(30, 0, { supplementaryNo: 0 })]))
  show('unreadable prev', validated([draft(1000), previous(1, 0), draft(1000, { place: placeOn(2) }), draft(1001, { place: placeOn(3) })]))
})
