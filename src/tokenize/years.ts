import { entry, type Vocabulary } from './vocabulary.js'

const digits = '(?:元|\\d{1,2})'
const stageWord = '(?:当初|予算|概算|要求|要望|第\\d|補正|決算|計画額|実績額|見込額)'

export const years: Vocabulary = {
  kind: 'year',
  hint: /年|[RH]\d|FY|[RH]元/u,
  entries: [
    entry('era', `(?:令和|平成|昭和|㋿|㍻|㍼) ?${digits} ?年度?`),
    entry('era', `(?<![A-Za-z\\d.-])[RHS]\\.? ?${digits} ?年度?`),
    // a bare letter era: H2 and S3 are names of other things, R and two-digit H are not
    entry('era', `(?<![A-Za-z\\d.-])(?:R(?:元|\\d{1,2})|H\\d{2})(?=$|[^A-Za-z\\d.\\-ァ-ヶ])(?!-)`),
    entry('western', '(?<![\\d,.])(?:19|20)\\d{2} ?年(?:度|(?!間|以上))'),
    entry('western', '(?<![A-Za-z])FY ?(?:19|20)\\d{2}(?!\\d)'),
    entry('era_missing', `(?<![\\d.,元和成])(?<!昭)${digits} ?年度(?=(?:の)? ?${stageWord}|$)`),
    // heads of columns: `7年度 8年度`
    entry('era_missing', `(?<=^|[ \\t]|年度)${digits} ?年度(?=[ \\t\\d])`),
    // the first of a span: `令和3~5年度`, `2023~2027年度`
    entry('span', `(?:令和|平成|昭和) ?${digits}(?= ?[~・-] ?(?:令和|平成)?${digits} ?年度)`),
    entry('span', '(?<![\\d,.])(?:19|20)\\d{2}(?= ?[~・-] ?(?:19|20)\\d{2} ?年度)'),
  ],
}
