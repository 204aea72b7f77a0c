/** Whether a path that a stranger wrote may lead out of the folder that it counts from: absolute, with `..`, from a home, of
 * Windows, of a scheme, or with a NUL. */
export const leadsOut = (path: string): boolean =>
  /^(?:\/|~|[a-z][a-z\d+.-]*:)|[\0\\]/iu.test(path) || path.split('/').includes('..')
