import { describe, expect, it } from 'vitest'
import { type Heads, meaningRules, ruleFor } from '../../../src/assemble/tables/column-meanings.js'
import { repairText } from '../../../src/normalise/characters.js'
import { rowsOf } from '../../parse/table.js'

const cases = rowsOf('column-heads')

const pathOf = (print: string): string[] => print.split(' / ').map((head) => repairText(head).replace(/\s+/gu, ''))

const headsOf = ({ path = '', siblings = '', caption = '' }: Readonly<Record<string, string>>): Heads => {
  const own = pathOf(path)
  const others = siblings === '' ? [] : siblings.split(' | ').map(pathOf)
  return {
    own: own.at(-1) ?? '',
    above: own.slice(0, -1).join(''),
    whole: own.join(''),
    siblings: others.map((other) => other.at(-1) ?? ''),
    siblingPaths: others.map((other) => other.join('')),
    caption: caption.replace(/\s+/gu, ''),
  }
}

describe('column-heads.csv', () => {
  it.each(cases)('$path beside $siblings under $caption: $note', ({ role, stage, years_before, part, ...heads }) => {
    const meaning = ruleFor(headsOf(heads))?.meaning
    expect({
      role: meaning?.role ?? '',
      stage: meaning?.stage ?? '',
      years_before: String(meaning?.yearsBefore ?? ''),
      part: meaning ? String(meaning.isPart ?? false) : '',
    }).toEqual({ role, stage, years_before, part })
  })

  it('has a case of every rule', () => {
    const used = new Set(cases.map((row) => ruleFor(headsOf(row))?.name))
    expect(meaningRules.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([])
  })
})
