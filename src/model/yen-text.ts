/** An integer as `1,234,000`. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

/** `1,234,000 yen`, for messages. */
export const yenText = (yen: number | null): string => (yen === null ? 'none' : `${yen.toLocaleString('en-US')} yen`)
