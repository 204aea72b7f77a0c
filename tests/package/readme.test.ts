import { beforeAll, describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../src/model/document.js'
import type { Figure } from '../../src/model/figure.js'
import { licences } from '../../src/package/metadata.js'
import { toolVersion } from '../../src/version.js'
import { document, figure } from '../emit/sample.js'
import { type Descriptor, datasetOf, descriptorIn, editions, packedFrom, readIn } from './packages.js'

let folder = ''
let readme = ''
let made: Descriptor

beforeAll(async () => {
  folder = (await packedFrom(await editions(), { views: ['ndjson', 'excel-csv'] })).folder
  readme = await readIn(folder, 'README.md')
  made = await descriptorIn(folder)
})

const sectionOf = (text: string, head: string): string => {
  const [, rest = ''] = text.split(`\n## ${head}\n`)
  return rest.split('\n## ')[0] ?? ''
}

describe('the README', () => {
  it('begins with the title, the name, the version and the counts', () => {
    expect(readme).toContain(`\n# ${made.title}\n\n\`${made.name}\` 1.0.0\n`)
    expect(readme).toContain('資料 3 件、金額 46 件、事業 22 件。')
    expect(readme).toContain('46 figures of 22 programmes\nin 3 documents')
    expect(readme.startsWith('<!-- Made by yosan: every edition writes this file anew. -->\n')).toBe(true)
  })

  it('has its sections in order', () => {
    expect(readme.match(/^## .*$/gmu)).toEqual([
      '## ファイル / Files',
      '## 読み方 / How to read the figures',
      '## 既知の欠落 / Known gaps',
      '## 引用 / How to cite',
      '## 出典 / Sources',
      '## 項目 / Fields',
    ])
  })

  it('lists all files of the tables and of the views', () => {
    const section = sectionOf(readme, 'ファイル / Files')
    for (const { path, rows } of made.resources) expect(section).toContain(`| \`${path}\` | ${rows} | `)
    for (const { path, bytes } of made.views) expect(section).toContain(`| \`${path}\` | ${bytes} |\n`)
    expect(section.match(/^- .*$/gmu)?.length).toBe(2)
  })

  it('has a line for every field, with its key', () => {
    const section = sectionOf(readme, '項目 / Fields')
    const tables = section.split('\n### ').slice(1)
    expect(tables.length).toBe(made.resources.length)
    made.resources.forEach(({ name, title, schema }, i) => {
      const text = tables[i] ?? ''
      expect(text.startsWith(`${name}（${title}）\n\nKey: \`${schema.primaryKey[0]}\`\n`)).toBe(true)
      expect(text.match(/^\| `[^`]+` \|/gmu)).toEqual(schema.fields.map((field) => `| \`${field.name}\` |`))
    })
  })

  it('has tables whose rows have as many cells as their heads', () => {
    const rows = readme.split('\n').filter((line) => line.startsWith('|'))
    let width = 0
    rows.forEach((line, i) => {
      const cells = line.replaceAll('\\|', '').split('|').length
      if (/^\| ---/u.test(rows[i + 1] ?? '')) width = cells
      expect([line, cells]).toEqual([line, width])
    })
  })

  it('gives no address where a document was a local file', () => {
    expect(sectionOf(readme, '出典 / Sources')).toContain('| (local file r6-draft.md) |  | 21d18a1d780d')
    expect(sectionOf(readme, '既知の欠落 / Known gaps')).toContain('\n- Of 3 documents no address is known: ')
  })

  it('says how to cite, with what the publisher says', async () => {
    const [, licence] = licences
    const options = {
      title: '予算データ',
      contributors: [
        { title: '文部_科学省', roles: ['creator'] },
        { title: 'B|C', roles: ['creator'] },
      ],
      homepage: 'https://example.jp/a_b/\n# x',
      ...(licence && { licence }),
    }
    const more = await packedFrom(datasetOf([figure]), options)
    const section = sectionOf(await readIn(more.folder, 'README.md'), '引用 / How to cite')
    expect(section).toContain(
      `> 文部&#95;科学省, B&#124;C. 予算データ, 1.0.0. <https://example.jp/a_b/%0A#%20x> (CC0-1.0; yosan ${toolVersion})\n`,
    )
    expect(section).toContain('[CC0 1.0 Universal](https://creativecommons.org/publicdomain/zero/1.0/)')
  })

  it('cites without names and an address where none are known', () => {
    expect(sectionOf(readme, '引用 / How to cite')).toContain(
      `\n> ${made.title}, 1.0.0. (CC-BY-4.0; yosan ${toolVersion})\n`,
    )
  })

  it('keeps hostile names in their places', async () => {
    const hostile = 'a\n# b\r\n```\n<script>|[x](javascript:y)\u202e\u001b[2J\n\n| c |'
    const rows: Partial<DocumentRow> = { title: hostile, file_name: hostile, status: 'failed' }
    const documents = [
      { ...document, ...rows },
      { ...document, ...rows, document_id: 'b', source_url: 'https://example.jp/\n# d><script>|' },
    ]
    const figures: Figure[] = [{ ...figure, programme: hostile, raw: hostile }]
    const more = await packedFrom(datasetOf(figures, { documents }), { title: hostile })
    const text = await readIn(more.folder, 'README.md')
    const plain = await packedFrom(
      datasetOf([figure], {
        documents: documents.map((row) => ({ ...row, title: 'a', file_name: 'a', source_url: row.source_url && 'x' })),
      }),
      { title: 'a' },
    )
    const heads = (markdown: string) => markdown.split('\n').map((line) => line.slice(0, 3))
    expect(heads(text).length).toBe(heads(await readIn(plain.folder, 'README.md')).length)
    expect(text).not.toMatch(/<script|\u202e|[^\n\P{Cc}]|```/u)
    expect(text.match(/^# .*$/gmu)?.length).toBe(1)
  })
})
