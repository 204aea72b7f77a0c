/** An optional library; null when it is not installed. */
export const whenInstalled = async <Library>(load: () => Promise<Library>): Promise<Library | null> => {
  try {
    return await load()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}
