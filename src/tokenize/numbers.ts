import { entry, type Vocabulary } from './vocabulary.js'

/** Digits without a unit that are all a text holds; the scanner asks for them only in table cells. */
export const numbers: Vocabulary = {
  kind: 'number',
  hint: /\d/u,
  entries: [
    entry(
      '',
      '(?<=^(?:千円|百万円)?)[ \\t]*\\(? ?(?:[△▲] ?|[−+-])?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?\\)?[ \\t]*$',
    ),
  ],
}
