/** `1,234,000 yen`, for messages. */
export const yenText = (yen: number | null): string => (yen === null ? 'none' : `${yen.toLocaleString('en-US')} yen`)
