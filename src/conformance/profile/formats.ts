/** Formats of texts that descriptors and cells have in common. Each test takes time in proportion to the text. */
export const formats = {
  /** RFC 3986: a scheme, then ASCII without blanks, and each % before two digits. */
  uri: (text: string): boolean =>
    /^[a-z][a-z\d+.-]*:[!#-;=?-[\]_a-z~]+$/iu.test(text) && !/%(?![\da-f]{2})/iu.test(text),
  /** RFC 5321 in short: something, an @, and names between dots. */
  email: (text: string): boolean =>
    /^[^\s@]+@[^\s@.][^\s@]*$/u.test(text) && !text.includes('..') && !text.endsWith('.'),
  uuid: (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(text),
  /** RFC 4648, with its padding. */
  base64: (text: string): boolean => text.length % 4 === 0 && /^[a-z\d+/]*={0,2}$/iu.test(text),
  /** RFC 3339, section 5.6. */
  'date-time': (text: string): boolean => {
    const parts = /^(\d{4}-\d\d-\d\d)[t ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|[+-](\d\d):(\d\d))$/iu.exec(text)
    if (!parts) return false
    const [, day = '', hour, minute, second, offsetHour = 0, offsetMinute = 0] = parts
    const limits = [
      [hour, 23],
      [minute, 59],
      [second, 60],
      [offsetHour, 23],
      [offsetMinute, 59],
    ] as const
    return isDay(day) && limits.every(([value, limit]) => Number(value) <= limit)
  },
} as const satisfies Record<string, (text: string) => boolean>

/** Whether `yyyy-mm-dd` is in the calendar. */
export const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
