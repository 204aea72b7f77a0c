/** Whether a path of a package leads nowhere else, nor to hidden files such as those of Git: files that a package names are
 * replaced and removed. */
export const isInside = (path: string): boolean => path.split('/').every((part) => /^[^.\\:\0][^\\:\0]*$/u.test(part))
