import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { diffColumns } from '../../src/compare/diff.js'
import { readCsv } from '../../src/csv-table.js'
import { figure, previous } from '../series/points.js'
import { dataSetOf, fileOf, newFolder, shiftJis } from './data-sets.js'
import { yosan } from './yosan.js'

const last = { fiscal_year: 2024 }

const olds = [
  figure('r6', 20, last),
  figure('r6', 3, { ...last, programme: '議会費' }),
  figure('r6', 5, { ...last, programme: '道路維持費' }),
  figure('r6', 4, { ...last, programme: '橋りょう維持費' }),
  figure('r6', 2, { ...last, programme: '庶務費' }),
]
const youngs = [
  figure('r7', 25),
  figure('r7', 3, { programme: '議会費' }),
  figure('r7', 10, { programme: '道路橋りょう維持費' }),
  figure('r7', 2, { programme: '公園費', is_new: true }),
  figure('r7', 30, { stage: 'draft' }),
  previous('r7', 21),
]

let [a, b] = ['', '']
beforeAll(async () => {
  a = await dataSetOf(olds)
  b = await dataSetOf(youngs)
})

const aliasFile = (...lines: readonly string[]) => fileOf('aliases.csv', ['from,to,date,note', ...lines, ''].join('\n'))

describe('yosan diff', () => {
  it('prints what became of each programme', async () => {
    const { code, out, err } = await yosan('diff', a, b)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatchInlineSnapshot(`
      "from  2024 enacted, 5 programmes
      to    2025 enacted, 4 programmes

      Grown (1)
        2,000,000,000  2,500,000,000  +25.0%  総務費

      Unchanged (1)
        300,000,000  300,000,000    議会費

      New: the first data set prints no such name (1)
        -  200,000,000    公園費  (新規)

      Ended: the second data set prints no such name (1)
        200,000,000  -    庶務費

      Merged? Alike in words; nothing is linked before the alias table says so (1)
        900,000,000  1,000,000,000    橋りょう維持費 + 道路維持費 -> 道路橋りょう維持費  (0.8)
      "
    `)
  })

  it('prints rows as CSV', async () => {
    const { code, out } = await yosan('diff', a, b, '--csv')
    expect(code).toBe(0)
    const [head, first] = out.split('\r\n')
    expect(head).toBe(diffColumns.map((column) => `"${column}"`).join(','))
    expect(first).toBe(
      '"grown","name","総務費","総務費","2000000000","2500000000","500000000","25.0","false","false","r6-総務費-budget-20","r7-総務費-budget-25","","",""',
    )
    const { rows } = await readCsv(out, 'out.csv')
    expect(rows.map(({ outcome }) => outcome)).toEqual(['grown', 'unchanged', 'new', 'ended', 'merged?'])
  })

  it('prints a head of CSV when there is nothing to compare', async () => {
    const empty = await dataSetOf([])
    expect((await yosan('diff', empty, empty, '--csv')).out).toBe(
      `${diffColumns.map((column) => `"${column}"`).join(',')}\r\n`,
    )
  })

  it('prints JSON with both sides', async () => {
    const { code, out } = await yosan('diff', a, b, '--json')
    expect(code).toBe(0)
    const { from, to, rows } = JSON.parse(out)
    expect(from).toEqual({
      term: { fiscalYear: 2024, stage: 'enacted', supplementaryNo: null },
      programmes: 5,
      left: 0,
    })
    expect(to).toEqual({ term: { fiscalYear: 2025, stage: 'enacted', supplementaryNo: null }, programmes: 4, left: 0 })
    expect(rows[0]).toMatchObject({
      outcome: 'grown',
      change_yen: 500_000_000,
      within_rounding: false,
      alias_notes: null,
    })
  })

  it('prints the same every time', async () => {
    expect(await yosan('diff', a, b, '--json')).toEqual(await yosan('diff', a, b, '--json'))
  })

  it('makes names safe to show', async () => {
    const odd = await dataSetOf([figure('r7', 25, { programme: '総\u001b[2J務' })])
    for (const more of [[], ['--json']]) expect((await yosan('diff', odd, odd, ...more)).out).not.toContain('\u001b')
  })
})

describe('yosan diff --from --to', () => {
  it.each([
    ['2025/enacted', '2025/draft', 'grown', '20.0'],
    ['2025/draft', '2025/enacted', 'cut', '-16.7'],
    ['2024/enacted', '2025/enacted', 'grown', '19.0'],
  ])('%s %s', async (from, to, outcome, change_percent) => {
    const { code, out } = await yosan('diff', b, b, '--from', from, '--to', to, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).rows[0]).toMatchObject({ outcome, change_percent, to_programme: '総務費' })
  })

  it.each([
    ['2025/supplementary/1', '消防費', 1],
    ['2025/supplementary/2', '公園費', 1],
    ['2025/supplementary', '公園費 消防費', 2],
    ['2025/supplementary/12', '', 0],
    ['2025/revised/1', '', 0],
  ])('%s', async (term, names, programmes) => {
    const extra = (oku: number, programme: string, supplementary_no: number) =>
      figure('r7', oku, { programme, stage: 'supplementary', supplementary_no })
    const folder = await dataSetOf([...youngs, extra(9, '消防費', 1), extra(8, '公園費', 2)])
    const { out } = await yosan('diff', folder, folder, '--from', term, '--to', term, '--json')
    const { from, rows } = JSON.parse(out)
    expect(from.programmes).toBe(programmes)
    expect(rows.map((row: { from_programme: string }) => row.from_programme).join(' ')).toBe(names)
    const [, year, stage, number = ''] = /^(\d+)\/(\w+)\/?(\d*)$/u.exec(term) ?? []
    const head = [year, stage, number].join(' ').trim()
    expect((await yosan('diff', folder, b, '--from', term)).out).toContain(`from  ${head}, ${programmes} programme`)
  })

  it('of a term that nothing is of compares nothing', async () => {
    const { out } = await yosan('diff', a, b, '--from', '1999/enacted', '--json')
    expect(JSON.parse(out)).toMatchObject({ from: { programmes: 0, left: 5 } })
  })

  const takes = (name: string, text: string, hint = '') =>
    `yosan: --${name} takes a year and a stage such as 2024/draft or 2024/supplementary/1, not '${text}'.${hint}\n`

  it.each([
    ['from', '2024', ''],
    ['to', '2024', ''],
    ['from', '2024/', ''],
    ['from', 'draft', ''],
    ['from', '24/draft', ''],
    ['to', '2024/drft', ' Did you mean draft?'],
    ['to', '2024/enact', ' Did you mean enacted?'],
    ['from', '2024/zzzzzz', ''],
    ['from', '２０２４/draft', ''],
    ['from', '2025/supplementary/', ''],
    ['from', '2025/supplementary/0', ''],
    ['from', '2025/supplementary/01', ''],
    ['to', '2025/supplementary/-1', ''],
    ['to', '2025/supplementary/x', ''],
    ['to', '2025/supplementary/1/2', ''],
    ['to', '2025/supplementry/1', ' Did you mean supplementary?'],
    ['from', '2025/draft/1', ''],
  ])('--%s %s is refused', async (name, text, hint) => {
    expect(await yosan('diff', a, b, `--${name}`, text)).toEqual({ code: 1, out: '', err: takes(name, text, hint) })
  })
})

describe('yosan diff --aliases', () => {
  it('links what the table says, with its notes', async () => {
    const file = await aliasFile(
      '道路維持費,道路橋りょう維持費,2025-04-01,統合',
      '橋りょう維持費,道路橋りょう維持費,,',
      '庶務費,公園費,,移管',
    )
    const { code, out } = await yosan('diff', a, b, '--aliases', file, '--csv')
    expect(code).toBe(0)
    expect((await readCsv(out, 'out.csv')).rows.filter(({ link }) => link === 'alias')).toMatchObject([
      {
        outcome: 'unchanged',
        from_programme: '道路維持費 + 橋りょう維持費',
        change_percent: '11.1',
        within_rounding: 'true',
        alias_dates: '2025-04-01',
        alias_notes: '統合',
      },
      { outcome: 'unchanged', from_programme: '庶務費', to_programme: '公園費', alias_notes: '移管' },
    ])
  })

  it('links step by step, and below parents, and counts lines that link nothing', async () => {
    const file = await aliasFile(
      '庶務費,庶務管理費,2024-04-01,改称',
      '庶務管理費,公園費,2025-04-01,移管',
      '歳出 > 道路維持費,甲,,',
      '甲,乙,,',
    )
    const { out } = await yosan('diff', a, b, '--aliases', file, '--json')
    const { rows, unused_aliases } = JSON.parse(out)
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...{ from_programme: '庶務費', to_programme: '公園費', link: 'alias' },
        ...{ alias_dates: '2024-04-01;2025-04-01', alias_notes: '改称;移管' },
      }),
    )
    expect(unused_aliases).toEqual([
      { from: '歳出 > 道路維持費', to: '甲', date: null, note: null },
      { from: '甲', to: '乙', date: null, note: null },
    ])
    const { out: text } = await yosan('diff', a, b, '--aliases', file)
    expect(text.split('\n')[2]).toBe('Lines of the alias table that link nothing here: 2')
  })

  it.each([
    ['in UTF-8 with a mark', (text: string) => `\ufeff${text}`],
    ['in Shift_JIS, as a spreadsheet saves it', shiftJis],
  ])('reads a table %s', async (_, encode) => {
    const file = await fileOf('aliases.csv', encode('from,to,date,note\r\n庶務費,公園費,2025-04-01,移管\r\n'))
    const { out } = await yosan('diff', a, b, '--aliases', file, '--json')
    expect(JSON.parse(out).rows).toContainEqual(expect.objectContaining({ link: 'alias', alias_notes: '移管' }))
  })

  it.each<[what: string, text: string, says: (file: string) => string]>([
    [
      'a missing column',
      'from,to,date\n甲,乙,\n',
      (file) => `${file} has no column note: its columns are from,to,date,note.`,
    ],
    [
      'a bad date',
      'from,to,date,note\n甲,乙,2024/04/01,\n',
      (file) => `Row 1 of ${file} has the date '2024/04/01', which is none like 2024-04-01.`,
    ],
    [
      'a date of no calendar',
      'from,to,date,note\n甲,乙,2024-02-30,\n',
      (file) => `Row 1 of ${file} has the date '2024-02-30', which is none like 2024-04-01.`,
    ],
    [
      'a name that becomes itself',
      'from,to,date,note\nAI教育,ＡＩ 教育,,\n',
      (file) => `Row 1 of ${file} has the same name in from and to.`,
    ],
    [
      'other columns and no rows',
      'old,new\n',
      (file) => `${file} has no column from, to, date, note: its columns are from,to,date,note.`,
    ],
    ['nothing in it', '', (file) => `${file} has no column from, to, date, note: its columns are from,to,date,note.`],
    ['the same line twice', 'from,to,date,note\n甲,乙,,\n甲,乙,,\n', (file) => `Row 2 of ${file} is there twice.`],
    ['a line with one name', 'from,to,date,note\n甲,,,\n', (file) => `Row 1 of ${file} lacks a name in from or to.`],
  ])('refuses a table with %s', async (_, text, says) => {
    const file = await fileOf('aliases.csv', text)
    expect(await yosan('diff', a, b, '--aliases', file)).toEqual({ code: 1, out: '', err: `yosan: ${says(file)}\n` })
  })

  it('refuses a table that is no CSV in one line', async () => {
    const file = await fileOf('aliases.csv', 'from,to\n"甲,乙\n')
    const err = `yosan: ${file} cannot be read as CSV: a quote is missing, or stands inside a field.\n`
    expect(await yosan('diff', a, b, '--aliases', file)).toEqual({ code: 1, out: '', err })
  })

  it('says when the table is not there', async () => {
    const { code, err } = await yosan('diff', a, b, '--aliases', '/nowhere/a.csv')
    expect([code, err]).toEqual([1, 'yosan: /nowhere/a.csv does not exist: check the name.\n'])
  })

  it('says when the table is a folder', async () => {
    const err = `yosan: Cannot read ${a}: it is a folder.\n`
    expect(await yosan('diff', a, b, '--aliases', a)).toEqual({ code: 1, out: '', err })
  })
})

describe('misuse of yosan diff', () => {
  it.each([[[]], [['a']], [['a', 'b', 'c']]])('%j', async (operands) => {
    const err = 'yosan: Name the folders of two data sets: yosan diff A B\n'
    expect(await yosan('diff', ...operands)).toEqual({ code: 1, out: '', err })
  })

  it('says which folder holds no data set', async () => {
    const empty = await newFolder()
    const says = (folder: string) =>
      `yosan: Cannot read ${join(folder, 'figures.json')}: run yosan extract first, or name the folder of its data set.\n`
    expect(await yosan('diff', a, empty)).toEqual({ code: 1, out: '', err: says(empty) })
    expect(await yosan('diff', '/nowhere', b)).toEqual({ code: 1, out: '', err: says('/nowhere') })
  })

  it('knows no other options', async () => {
    expect((await yosan('diff', a, b, '--alias', 'x')).err).toBe(
      'yosan: Unknown option --alias. Did you mean --aliases?\n',
    )
  })
})
