/** `-12.3`: a change in percent of the amount before it, to one decimal, halves away from nought; from integers alone. Null for
 * a start from nought. */
export const percentOfChange = (change: number, before: number): string | null => {
  if (before === 0) return null
  const [part, whole] = [BigInt(change) * 2000n, BigInt(before < 0 ? -before : before)]
  const tenths = (part < 0n ? part - whole : part + whole) / (2n * whole)
  const digits = String(tenths < 0n ? -tenths : tenths).padStart(2, '0')
  return `${tenths < 0n ? '-' : ''}${digits.slice(0, -1)}.${digits.slice(-1)}`
}

/** `+2.1%`, `-0.0%`: a change with its sign, also where its percent rounds to nought. */
export const signedPercent = (change: number, percent: string): string =>
  `${change < 0 ? '-' : '+'}${percent.replace('-', '')}%`
