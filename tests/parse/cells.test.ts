import { describe, expect, it } from 'vitest'
import { findingsIn, findingsInCell, ofKind } from './findings.js'

describe('numbers alone in a cell', () => {
  it.each([
    ['1,234', 1234, 0, 'none'],
    ['１，２３４', 1234, 0, 'none'],
    ['1,234.5', 12345, -1, 'none'],
    ['△ 54,317', -54317, 0, '△'],
    ['▲54,317', -54317, 0, '▲'],
    ['-989,200', -989200, 0, '-'],
    ['(2,458)', 2458, 0, '（）'],
    ['１ ０ １', 101, 0, 'none'],
    ['0', 0, 0, 'none'],
  ])('%s', async (print, digits, exponent, sign) => {
    const [number] = ofKind(await findingsInCell(print), 'number')
    expect([number?.digits, number?.exponent, number?.sign]).toEqual([digits, exponent, sign])
  })

  it.each(['7.5%', '3件', '令和3年度', '1,234 5,678', '3億円', '－', '第2号'])('none in %s', async (print) => {
    expect(ofKind(await findingsInCell(print), 'number')).toEqual([])
  })

  it('none outside tables', async () => {
    expect(ofKind(await findingsIn('1,234'), 'number')).toEqual([])
  })
})

describe('unit captions', () => {
  it.each([
    ['（単位：百万円）', '百万円'],
    ['単位 千円', '千円'],
    ['(単位:億円,%)', '億円'],
    ['（単位   千円）', '千円'],
    ['単位:千円,%', '千円'],
    ['【単位：円】', '円'],
    ['事業費（千円）', '千円'],
    ['千円', '千円'],
    ['（百万円）', '百万円'],
  ])('%s', async (print, unit) => {
    const findings = await findingsIn(print)
    expect(ofKind(findings, 'unit').map((caption) => caption.unit)).toEqual([unit])
    expect(ofKind(findings, 'amount')).toEqual([])
  })
})
