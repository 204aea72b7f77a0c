/** Where a pattern gives no colour of its own. */
const UNKNOWN = '#808080'

/** #rrggbb of the first argument of a colour operator; the engine has turned every colour space to it. */
export const plainColour = (args: readonly unknown[]): string =>
  typeof args[0] === 'string' && /^#[0-9a-f]{6}$/i.test(args[0]) ? args[0].toLowerCase() : '#000000'

/**
 * One colour for a pattern, so that a gradient bar counts as filled: the middle stop of a gradient, the ink of an
 * uncoloured tile or the first colour that a coloured tile sets.
 */
export const patternColour = (args: readonly unknown[], shading: (id: string) => unknown): string => {
  if (args[0] === 'TilingPattern') return tileColour(args)
  return typeof args[1] === 'string' ? shadingColour(shading(args[1])) : UNKNOWN
}

/** Middle stop of a gradient in the engine's form: ['RadialAxial', kind, box, [[offset, colour], ...], ...]. */
export const shadingColour = (pattern: unknown): string => {
  const parts: readonly unknown[] = Array.isArray(pattern) ? pattern : []
  const stops: readonly unknown[] = Array.isArray(parts[3]) ? parts[3] : []
  const stop = stops[Math.floor(stops.length / 2)]
  return Array.isArray(stop) && typeof stop[1] === 'string' ? plainColour([stop[1]]) : UNKNOWN
}

const tileColour = ([, ink, list]: readonly unknown[]): string => {
  if (typeof ink === 'string') return plainColour([ink])
  const calls: readonly unknown[] = isList(list) ? list.argsArray : []
  const first = calls.find((call) => Array.isArray(call) && typeof call[0] === 'string' && call[0].startsWith('#'))
  return Array.isArray(first) ? plainColour(first) : UNKNOWN
}

const isList = (value: unknown): value is { readonly argsArray: readonly unknown[] } =>
  typeof value === 'object' && value !== null && 'argsArray' in value && Array.isArray(value.argsArray)
