import type { ReadBand } from './bands.js'
import { captionCells } from './head-rows.js'

/** What a caption says of every amount of its table. */
export interface CaptionFlags {
  readonly isNew: boolean
  readonly isFund: boolean
}

/** A list of new programmes and nothing else: 主な新規事業. */
const listOfNew = /新規(?:事業|施策)(?:一覧表?|の概要)?(?:[(（〔].*)?$/u
const others = /継続|拡充|及び|[・、。]/u

/** The moneys of funds: 基金現在高調, 基金の積立・取崩状況. */
const fundTable = /^[^・、。]*基金の?(?:年度末)?(?:現在高|残高|状況|増減|積立|取崩)/u

/** In the order of the bands; a table that goes on from the page before has its caption there. */
export const captionFlagsOf = (bands: readonly ReadBand[]): CaptionFlags[] => {
  const flags: CaptionFlags[] = []
  for (const read of bands) {
    const own = flagsOf(read)
    const before = read.continues === null ? undefined : flags[read.continues]
    flags.push({ isNew: own.isNew || before?.isNew === true, isFund: own.isFund || before?.isFund === true })
  }
  return flags
}

const flagsOf = ({ band }: ReadBand): CaptionFlags => {
  const rows = captionCells(band).map(({ entry }) => entry)
  const headings = band.table.above.filter(({ heading }) => heading !== null)
  const captions = [...headings, ...rows].map(({ text }) => text.clean.text.replace(/\s/gu, ''))
  return {
    isNew: captions.some((caption) => listOfNew.test(caption) && !others.test(caption)),
    isFund: captions.some((caption) => fundTable.test(caption)),
  }
}
