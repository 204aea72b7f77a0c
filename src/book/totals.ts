import type { LineLevel } from '../model/line.js'
import type { TreeLevel } from './column-words.js'
import { squeeze } from './print.js'

const ofAll = /^(歳入|歳出|収入|支出)?(予算)?(総額|合計|総計)$|^(歳入|歳出|収入|支出)(予算)?計$/u

/** What a row sums up by its name: 計 closes a 項 in tables of 目 and all of a table without; null for a row that is no sum. */
export const sumOf = (name: string, levels: readonly TreeLevel[]): LineLevel | null => {
  const word = squeeze(name)
  if (/^款合?計$/u.test(word)) return 'kan'
  if (/^(項?計|項合計|小計|合計)$/u.test(word)) return levels.includes('moku') ? 'kou' : 'total'
  return ofAll.test(word) ? 'total' : null
}
