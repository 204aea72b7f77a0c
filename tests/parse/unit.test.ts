import { describe, expect, it } from 'vitest'
import { findingsIn, ofKind } from './findings.js'

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
