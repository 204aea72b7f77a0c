import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readTables } from '../../src/dataset-folder.js'
import { tableNames } from '../../src/model/dataset.js'
import { newFolder } from '../cli/data-sets.js'
import { yosan } from '../cli/yosan.js'

const document = join(import.meta.dirname, '..', '..', 'fixtures', 'documents', 'r7-yukino-plain.pdf')

/** Text that would run if a page took it for markup anywhere. */
export const hostileText =
  '</script><script>window.hacked = 1</script><img src="x" onerror="window.hacked = 1">"\'><svg onload="window.hacked = 1">--><!--'

const texts = [
  'title',
  'raw',
  'raw_label',
  'programme',
  'parent',
  'name',
  'note',
  'message',
  'found',
  'expected',
] as const

/** A data set whose document is called `hostile`, with such text in every place that a document can fill. */
export const hostileDataSet = async (): Promise<string> => {
  const [read, folder] = [await newFolder(), await newFolder()]
  await yosan('extract', document, '--out', read, '--quiet')
  await cp(join(read, '.yosan'), join(folder, '.yosan'), { recursive: true })
  for (const name of tableNames) {
    const { [name]: rows } = await readTables(read, [name])
    const changed = (rows as readonly object[]).map((row) => ({ ...row, ...hostileIn(row) }))
    const text = JSON.stringify(changed)
      .replaceAll('r7-yukino-plain-', 'hostile-')
      .replaceAll('"r7-yukino-plain"', '"hostile"')
    await writeFile(join(folder, `${name}.json`), text)
  }
  return folder
}

const hostileIn = (row: object): object =>
  Object.fromEntries(texts.flatMap((name) => (name in row ? [[name, hostileText]] : [])))
