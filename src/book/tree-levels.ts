import type { TreeLevel } from './column-words.js'
import { foldDigits } from './digits.js'

/** How a name in a column of several levels is set: its number in brackets or not, and its indent in points. */
interface Setting {
  readonly style: string
  readonly indent: number
}

/** Indents this close (points) are one. */
const CLOSE = 4

/** Tells the level of a name in a column of several: of the levels that no name of such a column says of itself, as `(款) 2 総務費`
 * does, the first setting met is the outermost. */
export class TreeLevels {
  private readonly said = new Map<string, Set<TreeLevel>>()
  private readonly known = new Map<string, Setting[]>()

  /** A name of a column with these levels says its own. */
  say(levels: readonly TreeLevel[], level: TreeLevel): void {
    const said = this.said.get(levels.join()) ?? new Set()
    this.said.set(levels.join(), said.add(level))
  }

  levelOf(levels: readonly TreeLevel[], text: string, indent: number): TreeLevel {
    const unsaid = levels.filter((level) => !this.said.get(levels.join())?.has(level))
    return this.byPlace(unsaid.length > 0 ? unsaid : levels, text, indent)
  }

  private byPlace(levels: readonly TreeLevel[], text: string, indent: number): TreeLevel {
    const key = levels.join()
    const settings = this.known.get(key) ?? []
    this.known.set(key, settings)
    const setting = { style: styleOf(text), indent }
    let at = settings.findIndex((one) => one.style === setting.style && Math.abs(one.indent - indent) <= CLOSE)
    if (at === -1) at = settings.length < levels.length ? settings.push(setting) - 1 : nearest(settings, setting)
    return levels[at] as TreeLevel
  }
}

const styleOf = (text: string): string => (/^[(]/u.test(foldDigits(text)) ? '()' : '')

const nearest = (settings: readonly Setting[], { indent }: Setting): number => {
  const gaps = settings.map((one) => Math.abs(one.indent - indent))
  return gaps.indexOf(Math.min(...gaps))
}
