/** An integer with or without commas, full-width digits too; null for an empty field, undefined for anything else. */
export const typedNumber = (text: string | null): number | 'none' | null | undefined => {
  if (text === null || text === 'none') return text
  const plain = text
    .normalize('NFKC')
    .replace(/[,円\s]/gu, '')
    .replace(/^[△▲−]/u, '-')
  const value = Number(plain)
  return /^-?\d{1,16}$/u.test(plain) && Number.isSafeInteger(value) ? value : undefined
}
