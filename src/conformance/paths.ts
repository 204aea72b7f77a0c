/** Addresses on the web, which are not fetched. */
export const isRemote = (path: string): boolean => /^https?:\/\//iu.test(path)
