import { expect, it } from 'vitest'
import { escapeFormula } from '../../../src/package/views/escape-formula.js'

it.each([
  ['=1+1', "'=1+1"],
  ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
  ['+81', "'+81"],
  ['-1', "'-1"],
  ['-', "'-"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1', "'＝1"],
  ['＋α', "'＋α"],
  ['－1', "'－1"],
  ['＠SUM(1)', "'＠SUM(1)"],
  ['', ''],
  ['事業', '事業'],
  ['1=1', '1=1'],
  ['△35億円', '△35億円'],
  ['−1', '−1'],
  ['ー', 'ー'],
  ["'=1", "'=1"],
  [' a', ' a'],
])('%j becomes %j', (text, escaped) => {
  expect(escapeFormula(text)).toBe(escaped)
})
