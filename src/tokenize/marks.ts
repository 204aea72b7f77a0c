import type { Entry } from './vocabulary.js'
import { entry } from './vocabulary.js'

/** Words after a number that count something: the number is no numbering. */
const counter =
  '(?:年|月|日|兆|億|万|百|千|円|件|人|名|課題|拠点|か[国年月所]|ヶ|カ国|つ|回|点|機関|校|社|団体|大学|倍|割|次|期|級|位|歳|時)'

/** A mark begins with none of the letters of words, but for 第 and the enumerating ア to コ. */
export const markStarts = /[^ぁ-んサ-ヶー一-龥々]|第/u

/** List marks and numbering. At the head of a text they stand in a row: `- ①`, `○ 2-1.`. */
export const marks: readonly Entry[] = [
  entry('bullet', '[○●◆◇■□▶►▷◎◯〇•‣▪▸➢❏☆★✓✔☑→⇒➡・･](?!△)'),
  entry('bullet', '[-–—*](?=[ \\t]|[^\\d\\s-])'),
  entry('circled', '[①-⑳㉑-㉟㊱-㊿❶-❿⓪-⓿]'),
  entry(
    'bracketed',
    '[⑴-⒇⒜-⒵]|\\((?:\\d{1,2}|[ア-ン]|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十])\\)(?!\\d)|(?:\\d{1,2}|[ア-ン])\\)',
  ),
  entry('roman', '[Ⅰ-Ⅻⅰ-ⅻ][.．:]?'),
  entry('roman', '[IVX]{1,4}(?:\\.(?=\\D)|(?=[ \\t][^\\n]*[ぁ-んァ-ヶ一-龥]))'),
  entry('section', '第(?:\\d{1,2}|[一二三四五六七八九十]+)(?:章|節|編|部|款|項)'),
  entry('decimal', '[⒈-⒛]'),
  entry('decimal', `\\d{1,2}(?:[-.]\\d{1,2})+(?:\\.|(?![ \\t]*${counter}))(?=[ \\t]*[^\\d\\s,.~%)])`),
  entry('decimal', '\\d{1,2}\\.(?!\\d)'),
  entry('decimal', `\\d{1,2}(?=[ \\t]+[^\\d\\s,.~%×/+-])(?![ \\t]+${counter})`),
  entry('section', '[アイウエオカキクケコ](?=[ \\t.])\\.?'),
  entry('section', '[A-Z](?:\\.(?=[ \\t]?[^A-Za-z\\d.])|(?=[ \\t][^A-Za-z\\d ]))'),
]
