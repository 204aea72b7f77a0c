/** A name for matching only: NFKC without spaces, so that full-width and half-width prints of it are one. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '')
