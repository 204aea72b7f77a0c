import { has } from './column.js'
import { faced, isLeft, isRight, type Sheet } from './facing.js'

/** Puts sheets together that face each other, as they come: names before or behind what carries them on. Holds one sheet. */
export class Spreads {
  private waiting: Sheet | null = null

  /** The sheets that are whole now. */
  add(sheet: Sheet): Sheet[] {
    const before = this.waiting
    this.waiting = null
    const both = before && joined(before, sheet)
    if (both) return [both]
    const done = before ? [alone(before)] : []
    if (!isLeft(sheet) && !isRight(sheet)) return [...done, sheet]
    this.waiting = sheet
    return done
  }

  end(): Sheet[] {
    const rest = this.waiting ? [alone(this.waiting)] : []
    this.waiting = null
    return rest
  }
}

const joined = (before: Sheet, sheet: Sheet): Sheet | null => {
  if (isLeft(before) && isRight(sheet)) return faced(before, sheet)
  return isRight(before) && isLeft(sheet) ? faced(sheet, before) : null
}

/** What carries on rows that no sheet names is no table of a book, unless it has 節. */
const alone = (sheet: Sheet): Sheet =>
  isRight(sheet) ? { ...sheet, sections: sheet.sections.filter((section) => has(section, 'setsu')) } : sheet
