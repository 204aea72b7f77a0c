import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Baseline, baselineOf, printBaseline, type Reason, readBaseline } from '../../src/regression/baseline.js'
import { fields } from '../../src/regression/entry.js'
import { doubtful, figure } from '../emit/sample.js'
import { awkward, baselines, dataset, entry, oku, row, shuffled } from './entries.js'

const accepted: Reason = { text: 'Accepted.', added: 2, removed: 0, changed: 0 }
const mended: Reason = { text: '正誤表\tによる\n訂正', added: 0, removed: 1, changed: 12 }

const small: Baseline = {
  documents: [{ document: 'slides', status: 'complete', sha256: '0'.repeat(64) }],
  entries: [entry(), entry({ page: '2', raw: '25億円\n程度', flags: '程度' })],
  reasons: [accepted, mended],
}
const printed = printBaseline(small)

const read = (text: string): Baseline => {
  const { lines: _, ...baseline } = readBaseline(text, 'baseline.tsv')
  return baseline
}

describe('printBaseline', () => {
  it('prints a line for each figure', () => {
    expect(printed.replaceAll('\t', ' ⇥ ')).toMatchInlineSnapshot(`
      "# yosan baseline 1
      # reason ⇥ +2 -0 ~0 ⇥ Accepted.
      # reason ⇥ +0 -1 ~12 ⇥ 正誤表\\tによる\\n訂正
      # document ⇥ slides ⇥ complete ⇥ 0000000000000000000000000000000000000000000000000000000000000000
      document ⇥ page ⇥ programme ⇥ role ⇥ year ⇥ stage ⇥ yen ⇥ raw ⇥ flags
      slides ⇥ 1 ⇥ 研究の推進 > 戦略研究事業 ⇥ budget ⇥ 2026 ⇥ request ⇥ 2500000000 ⇥ 25億円 ⇥ 
      slides ⇥ 2 ⇥ 研究の推進 > 戦略研究事業 ⇥ budget ⇥ 2026 ⇥ request ⇥ 2500000000 ⇥ 25億円\\n程度 ⇥ 程度
      "
    `)
  })

  it('prints two figures of one content on lines that are alike', () => {
    const [first, second] = printBaseline({ ...small, entries: [entry(), entry()] })
      .split('\n')
      .slice(-3)
    expect(first).toContain('25億円')
    expect(second).toBe(first)
  })

  it('changes one line for a figure that changes', () => {
    fc.assert(
      fc.property(baselines, fc.constantFrom(...fields), awkward, fc.nat(), (baseline, field, text, n) => {
        const at = n % Math.max(baseline.entries.length, 1)
        const entries = baseline.entries.map((one, i) =>
          i === at ? { ...one, [field]: `${one[field]}${text}x` } : one,
        )
        const [before, after] = [baseline, { ...baseline, entries }].map((one) => printBaseline(one).split('\n'))
        expect(after?.length).toBe(before?.length)
        expect(after?.filter((line, i) => line !== before?.[i]).length).toBe(Math.min(entries.length, 1))
      }),
    )
  })

  it('is text, whatever the figures say', () => {
    fc.assert(
      fc.property(baselines, (baseline) => {
        const { documents, entries, reasons } = baseline
        const text = printBaseline(baseline)
        expect(text).not.toMatch(/[\0\r]/u)
        expect(text.split('\n').length).toBe(documents.length + entries.length + reasons.length + 3)
      }),
    )
  })
})

describe('baselineOf', () => {
  it('keeps which bytes of a document it speaks of, and how they could be read', () => {
    const documents = [row(0, { document_id: 'b', status: 'failed', sha256: null }), row(0, { document_id: 'a' })]
    expect(baselineOf({ figures: [], documents }, [accepted])).toEqual({
      documents: [
        { document: 'a', status: 'complete', sha256: '0'.repeat(64) },
        { document: 'b', status: 'failed', sha256: '' },
      ],
      entries: [],
      reasons: [accepted],
    })
  })

  it('is the same whatever the order of the rows', () => {
    const { figures, documents } = dataset([oku(3), oku(1), oku(2, { document_id: 'a' }), figure, doubtful])
    fc.assert(
      fc.property(shuffled(figures), shuffled(documents), (others, rows) => {
        expect(baselineOf({ figures: others, documents: rows }, [])).toEqual(baselineOf({ figures, documents }, []))
      }),
    )
  })
})

describe('readBaseline', () => {
  it('reads what was printed', () => {
    fc.assert(
      fc.property(baselines, (baseline) => {
        expect(read(printBaseline(baseline))).toEqual(baseline)
      }),
      { numRuns: 500 },
    )
  })

  it('knows the line of each figure', () => {
    fc.assert(
      fc.property(baselines, (baseline) => {
        const text = printBaseline(baseline)
        const { entries, lines } = readBaseline(text, 'baseline.tsv')
        const all = text.split('\n')
        expect(lines.size).toBe(entries.length)
        for (const one of entries) expect(read(`${all[0]}\n${all[(lines.get(one) ?? 0) - 1]}`).entries).toEqual([one])
      }),
    )
  })

  it('keeps the reasons in their order', () => {
    expect(read(printed).reasons).toEqual([accepted, mended])
  })

  it.each([
    ['lines that end as on Windows', printed.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${printed}`],
    ['both', `\ufeff${printed.replaceAll('\n', '\r\n')}`],
    ['no end of the last line', printed.trimEnd()],
    ['empty lines', printed.replaceAll('\n', '\n\n')],
    ['no names of the columns', printed.replace(`${fields.join('\t')}\n`, '')],
  ])('reads %s', (_, text) => {
    expect(read(text)).toEqual(small)
  })

  const figureLine = printed.split('\n')[5] as string

  it.each([
    ['a cut line', figureLine.slice(0, 20)],
    ['a line without its last tab', figureLine.slice(0, -1)],
    ['a cell too many', `${figureLine}\t`],
    ['the mark of a conflict', '<<<<<<< HEAD'],
    ['a note', '# 確認済み'],
    ['a line of spaces', '   '],
  ])('names %s by its number', (_, line) => {
    const message = 'Line 6 of baseline.tsv is no line of a baseline: restore it and try again.'
    const damaged = printed.replace(figureLine, line)
    for (const text of [damaged, damaged.replaceAll('\n', '\r\n')])
      expect(() => readBaseline(text, 'baseline.tsv')).toThrow(
        expect.objectContaining({ name: 'YosanError', code: 'bad_value', message }),
      )
  })

  it.each([
    [2, '# reason'],
    [2, '# reason\t+2 -0 ~0'],
    [2, '# reason\tmany\tAccepted.'],
    [2, '# reason\t+2 -0\tAccepted.'],
    [2, '# reason\t+2 -0 ~0 \tAccepted.'],
    [2, '#reason\t+2 -0 ~0\tAccepted.'],
    [4, '# document'],
    [4, '# document\tslides'],
    [4, '# document\tslides\tcomplete'],
    [4, '# document\t\tcomplete\t'],
    [4, '# documents\tslides\tcomplete\t'],
  ])('names line %d of its head when it is %j', (number, damaged) => {
    const text = printed
      .split('\n')
      .with(number - 1, damaged)
      .join('\n')
    expect(() => readBaseline(text, 'baseline.tsv')).toThrow(
      `Line ${number} of baseline.tsv is no line of a baseline: restore it and try again.`,
    )
  })

  it.each([
    ['nothing', ''],
    ['another version', printed.replace('# yosan baseline 1', '# yosan baseline 2')],
    ['an empty line first', `\n${printed}`],
    ['no head', printed.slice(printed.indexOf('\n') + 1)],
    ['figures.csv', 'figure_id,document_id\r\n'],
  ])('says that %s is no baseline', (_, text) => {
    expect(() => readBaseline(text, 'data/baseline.tsv')).toThrow(
      expect.objectContaining({
        name: 'YosanError',
        code: 'bad_value',
        message:
          'data/baseline.tsv is no baseline of this version of yosan: move it away, or name another file with --baseline.',
      }),
    )
  })
})
