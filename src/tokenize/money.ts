import { entry, type Vocabulary } from './vocabulary.js'

const digits = '\\d+(?:,\\d+)*(?:\\.\\d+)?'
const part = `${digits} ?(?:兆|億|千万|百万|十万|万|千|百)`

/** `1兆1,850億円`, `1億2千5百万円`, `3,573億円`, `500円`. */
const sum = `(?:(?:${part} ?){1,6}(?:${digits} ?)?|${digits} ?)円`

/** The lower bound of a range may lack its unit or its 円. A hyphen is a range between bare digits or right after 円. */
const bound = `(?:(?:${part} ?){1,6}(?:${digits})?|${digits})`
const tilde = `${bound} ?円? ?(?:~|から(?=\\d+(?:\\.\\d+)?(?:兆|億|千万|百万|万|千)円程度)) ?`
const hyphen = `(?<![\\d-])(?:${digits}|${bound} ?円)-`
const range = `(?:${tilde}|${hyphen})`

/** A sign belongs to the amount where nothing stands before it that it could join or subtract from. A hyphen at the head
 * of a text is a list mark. */
const sign = '(?:[△▲] ?|−|(?<![\\d円)\\]%A-Za-z年])(?:\\+|(?<=\\S)-))?'

/** 円 that is no money. */
const notMoney = '(?!滑|形|卓|環|筒|周|弧|錐|柱|盤|舞|熟|満|陣|板|座)'

/** Kanji digits: 二百五億三千四百万円. Not the words 数十億円 and 関東一円, nor a bare unit such as 百万円. */
const numeral = '一二三四五六七八九〇十百千'
const kanji = `(?<![数何幾同統第${numeral}万億兆])(?!一円)(?=[十百千万億兆]*[一二三四五六七八九])(?:[${numeral}]+[兆億万])*[${numeral}]*円`

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
