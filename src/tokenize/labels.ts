import { entry, type Vocabulary } from './vocabulary.js'

const draft = '(?: ?\\((?:案|政府案)\\)|案)'
const before = '(?:対?前年度?|前回)?'
const supplementary = '(?:第 ?\\d+ ?[次号]|\\d+次)?補正(?:予算)?'
const amountNear = '(?= ?[:(（]? ?(?:約|△|▲)?\\d| ?[)\\]】〕]|$)'
const headline = '(?=の(?:ポイント|概要|主要|主な|重点|全体像))'

/** Words that name a stage, the longest first in spirit: of the matches at one place the longest wins. */
export const labels: Vocabulary = {
  kind: 'label',
  hint: /予算|要求|要望|補正|政府|前年|前回|本年度|特別枠|推進枠|投資枠|執行|支出済|決算|決定額/u,
  entries: [
    entry('request_and_wish', `${before}(?:概算)?要求額?(?:・|･|、|,|/|及び|\\+)要望額?`),
    entry('request_and_wish', `${before}(?:概算)?要求額? ?\\(要望額?を?含む\\)`),
    entry('request', `${before}(?:概算)?要求額`),
    entry('request_headline', `概算要求${headline}`),
    entry('request_headline', '概算要求(?!額|書|基準|枠)'),
    entry('wish', `${before}(?:追加)?要望額`),
    entry('wish', '追加要望'),
    entry('priority_frame', '(?:新しい日本のための)?優先課題推進枠|重要政策推進枠'),
    entry('special_frame', '(?<![一-龥])(?:特別枠|推進枠|投資枠)'),
    entry('supplementary_request', `${before}${supplementary}(?:要求(?:追加)?額?)`),
    entry('supplementary_draft', `${before}${supplementary}額?${draft}`),
    entry('supplementary', `${before}${supplementary}額`),
    entry('supplementary', `${before}(?:第 ?\\d+ ?[次号]|\\d+次)補正(?:予算)?(?![一-龥])`),
    entry('supplementary', `${before}補正予算(?![一-龥])`),
    entry('supplementary', `(?<=年度|[RH]\\d{1,2}|当初[・+＋])補正(?![一-龥ぁ-ん])|補正${amountNear}`),
    entry('revised', '補正後(?:予算)?(?:現)?額|改予算額|補正後予算'),
    entry('provisional', '暫定(?:補正)?予算額?(?: ?\\(案\\)|案)?'),
    entry('current_appropriation', '(?:歳出)?予算現額'),
    entry('executed', `${before}(?:決算(?:見込)?額|執行(?:見込)?額|支出済(?:歳出)?額|決算${amountNear})`),
    entry('draft_headline', `(?:当初)?予算(?:額)?${draft}${headline}`),
    entry('draft', `${before}(?:当初)?予算額? ?${draft}`),
    entry('draft', `(?:政府(?:予算)?案|政府原案|概算決定額)`),
    entry('enacted_initial', `${before}(?:当初|成立)予算額?(?:\\(?当初\\)?)?`),
    entry('enacted', `${before}予算額`),
    entry('enacted', `(?<=年度)予算${amountNear}|(?<=前年度)予算(?!案)`),
    entry('enacted_initial', '前年度(?:当初)?予算'),
    entry('previous', '(?<!対)前年度額?(?=$|[ \\t:()\\]】〕\\d])|前回(?= ?[:(]? ?\\d|$)'),
    entry('current', '本年度(?:予算額?|要求額)?(?!末|中|から|より|に|の|は|も|、)'),
  ],
}
