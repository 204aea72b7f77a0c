import type { FieldDescriptor } from '../descriptor.js'
import { isDay } from '../profile/formats.js'
import { alphabetically, type CellType, textThat } from './cell-type.js'
import { compareDecimals, readDecimal } from './decimal.js'

const inOrder = (read: CellType['read']): CellType => ({ read, compare: alphabetically, length: null })

/** `yyyy-mm-dd`. */
export const date = (field: FieldDescriptor): CellType =>
  inFormat(
    field,
    inOrder((text) => (/^\d{4}-\d\d-\d\d$/u.test(text) && isDay(text) ? text : null)),
  )

/** `hh:mm:ss`. */
export const time = (field: FieldDescriptor): CellType =>
  inFormat(
    field,
    inOrder((text) => (clock.test(text) ? text : null)),
  )

/** XML Schema `dateTime` with a year of four digits. A moment without a zone is taken for one of UTC. */
export const datetime = (field: FieldDescriptor): CellType => inFormat(field, inOrder(readMoment))

/** XML Schema `gYear`, its zone left out. */
export const year = (): CellType => ({
  read: (text) => {
    const digits = /^(-?\d{4,})(?:Z|[+-]\d\d:\d\d)?$/u.exec(text)?.[1]
    return digits === undefined ? null : readDecimal(digits)
  },
  compare: compareDecimals,
  length: null,
})

/** XML Schema `gYearMonth` with a year of four digits, its zone left out. */
export const yearmonth = (): CellType =>
  inOrder((text) => /^(\d{4}-(?:0[1-9]|1[0-2]))(?:Z|[+-]\d\d:\d\d)?$/u.exec(text)?.[1] ?? null)

/** Patterns of strptime are not tested, and of `any` only that there is a digit. */
const inFormat = ({ format = 'default' }: FieldDescriptor, type: CellType): CellType => {
  if (format === 'default') return type
  return textThat((text) => format !== 'any' || /\d/u.test(text))
}

/** Whether a format of moments is a pattern, which is not tested. */
export const isPattern = ({ type = 'any', format = 'default' }: FieldDescriptor): boolean =>
  ['date', 'time', 'datetime'].includes(type) && format !== 'default' && format !== 'any'

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/u
const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/u

const readMoment = (text: string): string | null => {
  const [, day = '', hours = '', fraction = '', zone = 'Z'] = moment.exec(text) ?? []
  if (!isDay(day) || !clock.test(hours)) return null
  const utc = new Date(`${day}T${hours}${zone}`)
  if (Number.isNaN(utc.getTime())) return null
  const decimals = readDecimal(`0.${fraction}`)?.slice(1) ?? ''
  return `${utc.toISOString().slice(0, 19)}${decimals}`
}
