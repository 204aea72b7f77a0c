import { entry, type Vocabulary } from './vocabulary.js'

const digits = '\\d+(?:,\\d+)*(?:\\.\\d+)?'
const part = `${digits} ?(?:兆|億|千万|百万|十万|万|千|百)`

/** `1兆1,850億円`, `1億2千5百万円`, `3,573億円`, `500円`. */
const sum = `(?:(?:${part} ?){1,6}(?:${digits} ?)?|${digits} ?)円`

/** The lower bound of a range may lack its unit or its 円. A hyphen is a range only between bare digits. */
const lower = `(?:(?:${part} ?){1,6}(?:${digits})?|${digits}) ?円?`
const range = `(?:${lower} ?(?:~|から(?=\\d+(?:\\.\\d+)?(?:兆|億|千万|百万|万|千)円程度)) ?|(?<![\\d-])${digits}-)`

/** A sign belongs to the amount where nothing stands before it that it could join or subtract from. */
const sign = '(?:[△▲] ?|−|(?<![\\d円)\\]%A-Za-z年])[-+])?'

/** 円 that is no money. */
const notMoney = '(?!滑|形|卓|環|筒|周|弧|錐|柱|盤|舞|熟|満|陣|板|座)'

const kanjiDigit = '[一二三四五六七八九〇十百千]'
const kanji = `(?<![数何幾同統第${kanjiDigit.slice(1, -1)}万億兆])(?=[十百千万億兆]*[一二三四五六七八九])(?:${kanjiDigit}+[兆億万])*${kanjiDigit}*円`

export const money: Vocabulary = {
  kind: 'money',
  hint: /円/u,
  entries: [
    entry('digits', `(?<![\\d.])(?<!\\d,)${sign}(?:${range})?${sum}${notMoney}`),
    entry('kanji', `${kanji}${notMoney}`),
  ],
}

export const unpriced: Vocabulary = {
  kind: 'unpriced',
  hint: /事項/u,
  entries: [entry('', '(?:[+及] ?び? ?)?事項(?:要求|のみの要求)(?!額|書)')],
}
