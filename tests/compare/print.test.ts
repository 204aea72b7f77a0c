import { describe, expect, it } from 'vitest'
import type { Diff, DiffRow } from '../../src/compare/diff.js'
import { printDiff } from '../../src/compare/print.js'
import { painter } from '../../src/terminal.js'
import { alias } from './items.js'

const row = ({ from_yen = 2_000_000_000, to_yen = 2_500_000_000, ...more }: Partial<DiffRow>): DiffRow => ({
  outcome: 'grown',
  link: 'name',
  from_programme: '総務費',
  to_programme: '総務費',
  from_yen,
  to_yen,
  change_yen: from_yen === null || to_yen === null ? null : to_yen - from_yen,
  change_percent: '25.0',
  within_rounding: false,
  printed_as_new: false,
  from_figures: 'r6-p001-001',
  to_figures: 'r7-p001-001',
  similarity: null,
  alias_dates: null,
  alias_notes: null,
  ...more,
})

const begun = {
  outcome: 'new',
  link: 'none',
  from_programme: null,
  from_yen: null,
  change_percent: null,
} as const
const ended = {
  outcome: 'ended',
  link: 'none',
  to_programme: null,
  to_yen: null,
  change_percent: null,
} as const
const guess = { link: 'proposed', similarity: 0.83, from_programme: '道路維持費' } as const

const diff = (...rows: readonly DiffRow[]): Diff => ({
  from: { term: { fiscalYear: 2024, stage: 'enacted', supplementaryNo: null }, programmes: 12, left: 0 },
  to: { term: { fiscalYear: 2025, stage: 'draft', supplementaryNo: null }, programmes: 13, left: 4 },
  rows,
  unused_aliases: [],
})

const print = (...rows: readonly DiffRow[]) => printDiff(diff(...rows), painter(false))

describe('printDiff', () => {
  it('prints each outcome for a person', () => {
    expect(
      print(
        row({}),
        row({ to_yen: 2_000_000_001, change_percent: '0.0' }),
        row({ change_percent: null, from_yen: 0, to_programme: '議会費', from_programme: '議会費' }),
        row({
          outcome: 'cut',
          to_yen: 1_900_000_000,
          change_percent: '-5.0',
          link: 'alias',
          to_programme: '総務管理費',
          alias_notes: '改称',
        }),
        row({
          outcome: 'cut',
          to_yen: 1_000_000_000,
          change_percent: '-50.0',
          link: 'alias',
          from_programme: '甲 + 乙',
        }),
        row({ outcome: 'cut', to_yen: 1_999_999_999, change_percent: '0.0' }),
        row({ outcome: 'unchanged', to_yen: 2_000_000_000, change_percent: '0.0' }),
        row({ outcome: 'unchanged', to_yen: 2_040_000_000, change_percent: '2.0', within_rounding: true }),
        row({
          outcome: 'unchanged',
          link: 'path',
          to_yen: 2_000_000_000,
          change_percent: '0.0',
          from_programme: '人件費',
          to_programme: '総務費 > 人件費',
        }),
        row({ ...begun, to_programme: '防災費', printed_as_new: true }),
        row({ ...begun, to_programme: '公園費', to_yen: 7 }),
        row({ ...ended, from_programme: '選挙費' }),
        row({ ...guess, outcome: 'renamed?', to_programme: '道路維持管理費' }),
        row({
          ...guess,
          outcome: 'merged?',
          from_programme: '道路維持費 + 橋りょう維持費',
          to_programme: '道路橋りょう維持費',
        }),
        row({ ...guess, outcome: 'split?', from_programme: '道路橋りょう費', to_programme: '道路費 + 橋りょう費' }),
        row({ outcome: 'unknown', to_yen: null, change_percent: null }),
        row({ ...begun, outcome: 'ambiguous', to_programme: '歳出 > 人件費' }),
      ),
    ).toMatchInlineSnapshot(`
      "from  2024 enacted, 12 programmes
      to    2025 draft, 13 programmes; in other years or stages alone: 4

      Grown (3)
        2,000,000,000  2,500,000,000  +25.0%  総務費
        2,000,000,000  2,000,000,001   +0.0%  総務費
                    0  2,500,000,000          議会費

      Cut (3)
        2,000,000,000  1,900,000,000   -5.0%  総務費 -> 総務管理費  (改称)
        2,000,000,000  1,000,000,000  -50.0%  甲 + 乙 -> 総務費  (alias)
        2,000,000,000  1,999,999,999   -0.0%  総務費

      Unchanged (3)
        2,000,000,000  2,000,000,000            総務費
        2,000,000,000  2,040,000,000  rounding  総務費
        2,000,000,000  2,000,000,000            人件費 -> 総務費 > 人件費

      New: the first data set prints no such name (2)
        -  2,500,000,000    防災費  (新規)
        -              7    公園費

      Ended: the second data set prints no such name (1)
        2,000,000,000  -    選挙費

      Renamed? Alike in words; nothing is linked before the alias table says so (1)
        2,000,000,000  2,500,000,000    道路維持費 -> 道路維持管理費  (0.83)

      Merged? Alike in words; nothing is linked before the alias table says so (1)
        2,000,000,000  2,500,000,000    道路維持費 + 橋りょう維持費 -> 道路橋りょう維持費  (0.83)

      Split? Alike in words; nothing is linked before the alias table says so (1)
        2,000,000,000  2,500,000,000    道路橋りょう費 -> 道路費 + 橋りょう費  (0.83)

      Without an amount on one side (1)
        2,000,000,000  -    総務費

      Names that stand for several programmes, not compared (1)
        -  2,500,000,000    歳出 > 人件費
      "
    `)
  })

  it('prints sides without a budget, and no empty group', () => {
    const nothing = { term: null, programmes: 0, left: 0 }
    expect(
      printDiff({ from: nothing, to: { ...nothing, left: 2 }, rows: [], unused_aliases: [] }, painter(false)),
    ).toMatchInlineSnapshot(`
      "from  nothing, 0 programmes
      to    nothing, 0 programmes; in other years or stages alone: 2
      "
    `)
  })

  it('says which supplement it is of, and counts lines of the alias table that link nothing', () => {
    const side = {
      term: { fiscalYear: 2025, stage: 'supplementary', supplementaryNo: null },
      programmes: 1,
      left: 0,
    } as const
    const first = { ...side, term: { ...side.term, supplementaryNo: 1 } }
    const made = { from: side, to: first, rows: [], unused_aliases: [alias('甲', '乙'), alias('丙', '乙')] }
    expect(printDiff(made, painter(false))).toMatchInlineSnapshot(`
      "from  2025 supplementary, 1 programme
      to    2025 supplementary 1, 1 programme
      Lines of the alias table that link nothing here: 2
      "
    `)
  })

  it.each([
    ['one name', row({ from_programme: '総\u001b[2J務', to_programme: '総\u001b[2J務' }), '総\\u001b[2J務\n'],
    [
      'two names',
      row({ link: 'alias', from_programme: '\u202e甲', to_programme: '乙\u0007' }),
      '\\u202e甲 -> 乙\\u0007  (alias)\n',
    ],
    ['a note', row({ link: 'alias', alias_notes: '改\n称' }), '(改\\u000a称)\n'],
  ])('makes %s safe to show', (_, one, text) => {
    expect(print(one)).toContain(text)
  })

  it('colours its own words alone', () => {
    const [, , , title, line] = printDiff(diff(row({})), painter(true)).split('\n')
    expect(title).toBe('\u001b[1mGrown (1)\u001b[0m')
    expect(line).toBe('  2,000,000,000  2,500,000,000  +25.0%  総務費')
  })
})
