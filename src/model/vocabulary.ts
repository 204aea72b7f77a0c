import { z } from 'zod'
import type { Amount, RequestFrame, SignMark, Stage, UnitPrinted } from './finding.js'
import type { Severity } from './issue.js'
import type { Role } from './role.js'

/** Every member of a union, in the order in which it is published; tsc refuses a list that lacks one. */
const all =
  <Union extends string>() =>
  <const List extends readonly [Union, ...Union[]]>(list: List & (Union extends List[number] ? unknown : never)) =>
    z.enum(list)

export const stage = all<Stage>()([
  'request',
  'supplementary_request',
  'draft',
  'supplementary_draft',
  'enacted',
  'supplementary',
  'provisional',
  'revised',
  'current_appropriation',
  'executed',
])

export const role = all<Role>()(['budget', 'comparison', 'change', 'rate', 'commitment', 'context'])

/** The tables keep room for `dash`, `zero` and `blank`, which only cells of a table can print. */
export const amountStatus = all<Amount['status'] | 'dash' | 'zero' | 'blank'>()([
  'numeric',
  'numeric_plus_unpriced',
  'unpriced',
  'dash',
  'zero',
  'blank',
  'unreadable',
])

export const requestFrame = all<RequestFrame>()([
  'request',
  'wish',
  'request_and_wish',
  'priority_frame',
  'special_frame',
])

export const unitPrinted = all<UnitPrinted>()(['円', '千円', '万円', '百万円', '千万円', '億円', '兆円', 'mixed'])

export const signMark = all<SignMark>()(['none', '△', '▲', '−', '-', '+', '（）'])

export const approx = all<NonNullable<Amount['approx']>>()(['約', '程度', '最大', '上限', '以上', '以下', '未満', '+α'])

export const severity = all<Severity>()(['error', 'warning', 'info'])
