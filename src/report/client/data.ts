import type { ReviewData, Sheet } from '../review-data.js'

/** What the page was written with. */
export const readData = (): ReviewData => JSON.parse(document.getElementById('data')?.textContent ?? 'null')

/** A sheet, read when it is looked at; null while the page is still coming. */
export const readSheet = (index: number): Sheet | null => {
  const text = document.querySelector(`script[data-sheet="${index}"]`)?.textContent
  return text ? JSON.parse(text) : null
}
