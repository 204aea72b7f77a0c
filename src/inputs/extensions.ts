import { extname } from 'node:path'

const extensions: readonly string[] = ['.pdf', '.txt', '.md']

/** Whether a file is taken when its folder or a pattern is named. */
export const isDocument = (path: string): boolean => extensions.includes(extname(path).toLowerCase())

export const listOfExtensions = extensions.join(', ')
