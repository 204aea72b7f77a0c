import { funds, meaningOf } from './column-words.js'

const money = /[\s:：]*[△▲-]?\d[\d,]*\s*(?:千?円)?[\s、,]*/u
const ahead = /^(?:特定財源|財源(?:内訳)?)[\s:：]*/u
/** What lines of 説明 call the sources for short. */
const short = /^(?:[国都道府県債他]|国県|起債|一般|一財|特財|その他)$/u

/** Whether a line of 説明 says where money comes from, and how much: `財源　国庫支出金 1,234　一般財源 567`. One source alone may be
 * the name of an entry.
 * @param text digits and signs in ASCII */
export const isOfSources = (text: string): boolean => {
  const bare = text.replace(/^[\s(〔【［[]+|[\s)〕】］\]]+$/gu, '')
  if (!money.test(bare)) return false
  const words = bare
    .replace(ahead, '')
    .split(money)
    .filter((word) => word !== '')
  return words.length > (ahead.test(bare) ? 0 : 1) && words.every(isSource)
}

const isSource = (word: string): boolean => {
  const meaning = meaningOf(word)
  return short.test(word) || (meaning?.kind === 'money' && funds.has(meaning.column))
}
