import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const documents = join(import.meta.dirname, '..', '..', 'fixtures', 'documents')

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'yosan-batch-'))

/** A folder of small documents, no two with the same bytes: `count` texts and, when asked for, a short PDF of each fixture. */
export const folderOf = (count: number, pdfs: readonly string[] = []): string => {
  const folder = join(newFolder(), 'in')
  mkdirSync(join(folder, 'texts'), { recursive: true })
  const text = readFileSync(join(documents, 'r6-request-space.md'), 'utf8')
  for (let i = 1; i <= count; i++)
    writeFileSync(join(folder, 'texts', `text-${String(i).padStart(3, '0')}.md`), `${text}\n(${i})\n`)
  for (const name of pdfs) cpSync(join(documents, name), join(folder, name))
  return folder
}

/** A document that misbehaves by its name. */
export const addText = (folder: string, name: string): string => {
  const path = join(folder, name)
  writeFileSync(path, `令和8年度要求額 1,200百万円 ${name}\n`)
  return path
}
