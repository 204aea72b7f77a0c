import type { FieldDescriptor } from '../descriptor.js'
import { type CellType, textThat } from './cell-type.js'

/** A JSON object. */
export const object = (): CellType => ({
  ...json((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  length: (text) => Object.keys(JSON.parse(text)).length,
})

/** A JSON array. */
export const array = (): CellType => ({
  ...json(Array.isArray),
  length: (text) => JSON.parse(text).length,
})

/** An object of GeoJSON or TopoJSON; of what is in it only that it has a type. */
export const geojson = (): CellType =>
  json((value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string')

/** Longitude and latitude in degrees. */
export const geopoint = ({ format = 'default' }: FieldDescriptor): CellType => {
  if (format === 'array') return json((value) => Array.isArray(value) && value.length === 2 && isPlace(value))
  if (format === 'object')
    return json((value) => isPoint(value) && Object.keys(value).length === 2 && isPlace([value.lon, value.lat]))
  return textThat((text) => point.test(text) && isPlace(text.split(',').map(Number)))
}

const point = /^[+-]?\d+(?:\.\d+)?, ?[+-]?\d+(?:\.\d+)?$/u

const isPoint = (value: unknown): value is { readonly lon: unknown; readonly lat: unknown } =>
  typeof value === 'object' && value !== null && 'lon' in value && 'lat' in value

const isPlace = ([longitude, latitude]: readonly unknown[]): boolean =>
  typeof longitude === 'number' &&
  typeof latitude === 'number' &&
  Math.abs(longitude) <= 180 &&
  Math.abs(latitude) <= 90

/** Values in a row, each of a type of its own right. */
export const list = ({ delimiter = ',' }: FieldDescriptor, item: CellType): CellType => ({
  read: (text) => {
    const values = text.split(delimiter).map(item.read)
    return values.includes(null) ? null : JSON.stringify(values)
  },
  compare: null,
  length: (text) => JSON.parse(text).length,
})

/** JSON written in one way. What is nested too deeply to be written again is its own value. */
const json = (fits: (value: unknown) => boolean): CellType => ({
  read: (text) => {
    const value = parse(text)
    if (!fits(value)) return null
    try {
      return JSON.stringify(value)
    } catch {
      return text
    }
  },
  compare: null,
  length: null,
})

/** Undefined when the text is no JSON. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
