import { entry, type Vocabulary } from './vocabulary.js'

/** Increase and decrease: heads of columns, and the word after an amount. */
export const changes: Vocabulary = {
  kind: 'change',
  hint: /[増減比]/u,
  entries: [
    entry('column', '(?:対?前年度?|比較|差引|対当初)* ?増 ?(?:△|▲|・|-)? ?減(?:額|率)?(?![らさ])'),
    entry('ratio', '対?前年度?(?:当初)?(?:予算額?)?比較?|対前年度?(?=[^()。]{0,25}[増減△▲])'),
    entry('increase', '(?<=円(?:程度)?)(?:の)? ?増(?:額|加)?(?![一-龥])'),
    entry('decrease', '(?<=円(?:程度)?)(?:の)? ?減(?:額|少)?(?![一-龥])'),
  ],
}
