/** A JSON object of a stranger, or why it is none. */
export type Parsed = { readonly value: object } | { readonly because: string }

/** Reads a JSON object. Refuses what is nested so deeply that walking through it would end the program. */
export const parseObject = (text: string): Parsed => {
  if (depthOf(text) > deepest) return { because: `It is nested more than ${deepest} levels deep.` }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value }
    return { because: 'It is JSON, but no object.' }
  } catch {
    return { because: 'It is no JSON.' }
  }
}

const deepest = 200

/** How many brackets are open at once. Not by a regular expression, which a long text of one string would overflow. */
const depthOf = (text: string): number => {
  let [depth, most, isQuoted] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isQuoted && character === '\\') at += 1
    else if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '[' || character === '{')) most = Math.max(most, ++depth)
    else if (!isQuoted && (character === ']' || character === '}')) depth -= 1
  }
  return most
}
