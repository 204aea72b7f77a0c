import { entry, type Vocabulary } from './vocabulary.js'

/** Words beside an amount that say it is not exact. The name is the wording that is published. */
export const qualifiers: Vocabulary = {
  kind: 'qualifier',
  hint: /円/u,
  entries: [
    entry('約', '(?<![一-龥])(?:約|概ね|おおむね|およそ|凡そ)(?= ?\\d| ?[一二三四五六七八九十])'),
    entry('最大', '(?:最大|最高)(?= ?:? ?\\d)'),
    entry('上限', '上限額?(?= ?:? ?約? ?\\d)'),
    entry('上限', '(?:を|が)?上限(?:額)?(?!\\d)|\\(上限\\)'),
    entry('程度', '程度|前後'),
    entry('以上', '以上|超(?![一-龥])'),
    entry('以下', '以下|以内'),
    entry('未満', '未満'),
    entry('+α', '\\+ ?(?:α|[aａ](?![A-Za-z]))'),
  ],
}
