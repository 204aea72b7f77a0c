/** Addresses on the web, which are not fetched. */
export const isRemote = (path: string): boolean => /^https?:\/\//iu.test(path)

/** Whether a path may lead out of the folder that it counts from: absolute, with `..`, from a home, of Windows, or of another
 * scheme than the web's. */
export const isUnsafe = (path: string): boolean =>
  path.includes('\0') ||
  /^(?:\/|~|[a-z][a-z\d+.-]*:)/iu.test(path) ||
  path.split(/[/\\]/u).includes('..') ||
  path.includes('\\')
