import { describe, expect, it } from 'vitest'
import { describedOf, namedOf } from '../../src/book/names.js'

describe('namedOf', () => {
  it.each([
    [['1 市税'], '1', '市税'],
    [['１　市　　税'], '1', '市税'],
    [['16.県支出金'], '16', '県支出金'],
    [['(1)営 業 収 益'], '1', '営業収益'],
    [['13 使用料及び賃', '借料'], '13', '使用料及び賃借料'],
    [['新型コロナウイルス感染症対策', '2', '特別交付金'], '2', '新型コロナウイルス感染症対策特別交付金'],
    [['○ 消費税等還付金'], null, '消費税等還付金'],
    [['商工費委託金（廃目）'], null, '商工費委託金'],
    [['備 消 品 費'], null, '備消品費'],
    [['3 ICT Park 整備費'], '3', 'ICT Park整備費'],
  ])('%j', (lines, code, name) => {
    expect(namedOf(lines)).toEqual({ code, name })
  })
})

describe('describedOf', () => {
  it.each([
    [['001 給与費'], '001', '給与費'],
    [['01-02 広報費'], '01-02', '広報費'],
    [['(1) 報酬'], '1', '報酬'],
    [['24時間電話相談事業費'], null, '24時間電話相談事業費'],
    [['001 議員報酬　１２人'], '001', '議員報酬１２人'],
    [['○ 移住促進', '事業費'], null, '移住促進事業費'],
  ])('%j', (lines, code, name) => {
    expect(describedOf(lines)).toEqual({ code, name })
  })
})
