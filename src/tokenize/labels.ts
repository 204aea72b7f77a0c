import { type Entry, entry, type Vocabulary } from './vocabulary.js'

/** An entry in whose body `_` is a place where a printed label may have a space. */
const label = (name: string, body: string): Entry => entry(name, body.replaceAll('_', ' ?'))

const draft = '_(?:\\((?:案|政府案)\\)|案)'
const before = '(?:(?:対?前年度?|前回)_)?'
const number = '(?:第_\\d+_[次号]|\\d+次)'
const supplementary = `(?:${number}_)?補正_(?:予算)?`
const numberAfter = `(?:_\\(${number}\\))?`

/** What shows that a short word is a label: an amount after it, a closing bracket, or the end of the text. */
const labelEnd = '(?=_[:(]?_(?:約|△|▲)?\\d|_[)\\]】〕]|$)'
const yearBefore = '(?<=年度 ?|[RH](?:元|\\d{1,2}))'
const headline = '(?=の(?:ポイント|概要|主要|主な|重点|全体像))'

/** Words that name a stage; of the matches at one place the longest wins. What each means stands with the parser. */
export const labels: Vocabulary = {
  kind: 'label',
  hint: /予算|要求|要望|補正|政府|前年|前回|本年度|当初|特別枠|推進枠|投資枠|執行|支出済|決算|決定額/u,
  entries: [
    label('request_and_wish', `${before}(?:概算)?要求額?_(?:・|、|,|/|及び|\\+)_要望額?`),
    label('request_and_wish', `${before}(?:概算)?要求額_\\(要望額?を?含む\\)`),
    label('request', `${before}(?:概算_)?要求_額`),
    label('request_headline', `概算要求(?!額|書|基準|枠)`),
    label('wish', `${before}(?:追加)?要望額|追加要望`),
    label('priority_frame', '(?:新しい日本のための)?優先課題推進枠|重要政策推進枠'),
    label('special_frame', '(?<![一-龥])(?:特別枠|推進枠|投資枠)'),
    label('supplementary_request', `${before}${supplementary}_要求(?:追加)?額?`),
    label('supplementary_draft', `${before}${supplementary}_額?${numberAfter}${draft}`),
    label('supplementary', `${before}${supplementary}_額${numberAfter}`),
    label('supplementary', `${before}${number}_補正_(?:予算)?(?![一-龥])`),
    label('supplementary', `${before}補正_予算${numberAfter}(?![一-龥])`),
    label('supplementary', `${yearBefore}補正(?![一-龥ぁ-ん])|補正${labelEnd}`),
    label('revised', '補正後_(?:予算)?(?:現)?額|改予算額|補正後予算'),
    label('provisional', `暫定(?:補正)?予算額?(?:${draft})?`),
    label('current_appropriation', '(?:歳出)?予算現額'),
    label('executed', `${before}(?:決算(?:見込)?額|執行(?:見込)?額|支出済(?:歳出)?額|決算${labelEnd})`),
    label('draft_headline', `(?:当初)?予算額?${draft}${headline}`),
    label('draft', `${before}(?:当初_)?予算_額?${draft}`),
    label('draft', '政府(?:予算)?案|政府原案|概算決定額'),
    label('enacted_initial', `${before}(?:当初|成立)_予算_額?(?:\\(当初\\))?`),
    label('enacted_initial', `${yearBefore}当初(?![一-龥ぁ-ん])`),
    label('enacted', `${before}予算_額`),
    label('enacted', `${yearBefore}予算${labelEnd}`),
    label('previous', `前年度予算|対?前年度額?(?=$|[ \\t:()\\]】〕\\d])|前回${labelEnd}`),
    label('current', '本年度_(?:予算額?|要求額?)?(?![末中かよにのはも、])'),
  ],
}
