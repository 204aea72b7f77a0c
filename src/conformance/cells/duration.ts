import type { CellType } from './cell-type.js'

/** XML Schema `duration`. Months are compared with days as 30.436875 of them, the mean of the calendar. */
export const duration = (): CellType => ({
  read: (text) => {
    const parts = grammar.exec(text)
    if (!parts || text.endsWith('P') || text.endsWith('T')) return null
    const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(2).map(numberOf)
    const sign = parts[1] === '-' ? -1 : 1
    return `${sign * (years * 12 + months)} ${sign * (((days * 24 + hours) * 60 + minutes) * 60 + seconds)}`
  },
  compare: (a, b) => secondsOf(a) - secondsOf(b),
  length: null,
})

const grammar = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/u

const numberOf = (text: string | undefined): number => Number(text ?? 0)

const secondsOf = (value: string): number => {
  const [months = 0, seconds = 0] = value.split(' ').map(Number)
  return months * 30.436875 * 86_400 + seconds
}
