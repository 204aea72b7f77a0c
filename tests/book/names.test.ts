import { describe, expect, it } from 'vitest'
import { describedOf, holdsMoney, namedOf } from '../../src/book/names.js'

describe('namedOf', () => {
  it.each([
    [['1 市税'], '1', '市税'],
    [['１　市　　税'], '1', '市税'],
    [['16.県支出金'], '16', '県支出金'],
    [['(1)営 業 収 益'], '1', '営業収益'],
    [['13 使用料及び賃', '借料'], '13', '使用料及び賃借料'],
    [['新型コロナウイルス感染症対策', '2', '特別交付金'], '2', '新型コロナウイルス感染症対策特別交付金'],
    [['共同利用料等', '４', '受託収益'], '4', '共同利用料等受託収益'],
    [['○ 消費税等還付金'], null, '消費税等還付金'],
    [['商工費委託金（廃目）'], null, '商工費委託金'],
    [['備 消 品 費'], null, '備消品費'],
    [['4 企画費（新設）'], '4', '企画費'],
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
    [['① 報酬'], '1', '報酬'],
    [['⑿消耗品費'], '12', '消耗品費'],
    [['◎0101010 議会費'], '0101010', '議会費'],
    [['▶ 議会費'], null, '議会費'],
    [['24時間電話相談事業費'], null, '24時間電話相談事業費'],
    [['001 議員報酬　１２人'], '001', '議員報酬１２人'],
    [['○ 移住促進', '事業費'], null, '移住促進事業費'],
  ])('%j', (lines, code, name) => {
    expect(describedOf(lines)).toEqual({ code, name })
  })
})

describe('a name that holds money', () => {
  it.each<[string, boolean]>([
    ['一般管理費', false],
    ['負担金、補助及び交付金', false],
    ['第2子以降', false],
    ['社会福祉費1,234', true],
    ['社会福祉費１，２３４', true],
    ['▲110現年課税分', true],
    ['△5雑入', true],
  ])('%s: %s', (name, holds) => {
    expect(holdsMoney(name)).toBe(holds)
  })
})
