import { entry, type Vocabulary } from './vocabulary.js'

const unit = '(?:兆|億|千万|百万|万|千)?円'

/** Units that stand apart from their numbers: captions, heads of columns, a cell with nothing but the unit. */
export const units: Vocabulary = {
  kind: 'unit',
  hint: /円/u,
  entries: [
    entry('caption', `[(〔\\[【<]? ?単位[ \\t]*:?[ \\t]*${unit}(?: ?[、,・/] ?(?:%|人|件|円))* ?[)〕\\]】>]?`),
    entry('column', `\\( ?${unit} ?\\)`),
    entry('head', `^ ?(?:千万|百万|万|千|億)?円(?=[ \\t]?[\\d△▲(])`),
    entry('alone', `^ ?${unit} ?$`),
  ],
}
