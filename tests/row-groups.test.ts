import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { YosanError } from '../src/errors.js'
import { RowGroups } from '../src/row-groups.js'
import { newFolder } from './cli/data-sets.js'
import { figure } from './emit/sample.js'

/** The folder of figures of documents with these ids, a letter each. */
const folderOf = async (ids: string): Promise<string> => {
  const rows = [...ids].map((document_id, i) => ({ ...figure, document_id, figure_id: `${document_id}${i}` }))
  const folder = await newFolder()
  await writeFile(join(folder, 'figures.json'), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)
  return folder
}

describe('RowGroups', () => {
  it.each<[ids: string, asked: string, groups: readonly (readonly string[])[]]>([
    ['aab', 'ab', [['a0', 'a1'], ['b2']]],
    ['b', 'abc', [[], ['b0'], []]],
    ['', 'a', [[]]],
    ['aab', 'a', [['a0', 'a1']]],
    ['ac', 'abc', [['a0'], [], ['c1']]],
  ])('of %j gives %j', async (ids, asked, groups) => {
    const rows = new RowGroups(await folderOf(ids), 'figures')
    const found: string[][] = []
    for (const id of asked) found.push((await rows.of(id)).map(({ figure_id }) => figure_id))
    expect(found).toEqual(groups)
  })

  it.each<[ids: string, asked: string, left: string | null]>([
    ['ab', 'ab', null],
    ['', 'ab', null],
    ['ba', 'ab', 'a'],
    ['aba', 'ab', 'a'],
    ['abx', 'ab', 'x'],
    ['x', '', null],
    ['xab', 'ab', 'x'],
  ])('of %j, asked for %j, ends with %j left', async (ids, asked, left) => {
    const folder = await folderOf(ids)
    const rows = new RowGroups(folder, 'figures')
    for (const id of asked) await rows.of(id)
    const end = () => rows.end()
    if (left === null) expect(end).not.toThrow()
    else
      expect(end).toThrow(
        new YosanError(
          'bad_value',
          `The figures of ${left} in ${folder} stand in another order than its documents: run yosan extract again.`,
        ),
      )
  })

  it('tells of a table that is not there', async () => {
    await expect(new RowGroups(await newFolder(), 'programmes').of('a')).rejects.toMatchObject({ code: 'missing_file' })
  })
})
