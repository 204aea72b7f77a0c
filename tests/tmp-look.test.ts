import { join } from 'node:path'
import { it } from 'vitest'
import { extract } from '../src/extract.js'
const at = (n: string) => join(import.meta.dirname, '..', 'fixtures', 'documents', n)
const look = async (n: string, pages: number[]) => {
  const { rooms } = await extract([at(n)], { pages: null, stopAfter: 'assemble' })
  const [made] = rooms as any[]
  for (const [i, t] of made.tables.entries()) if (pages.includes(t.page)) {
    console.log(n, i, 'page', t.page, 'caption', t.caption, 'continues', t.continues, JSON.stringify(t.columns.map((c: any) => [c.path.join('/'), c.kind, c.role, c.unit])))
    console.log(t.texts.map((r: any, k: number) => `${JSON.stringify(t.rows[k]?.name)}^${t.rows[k]?.parent} ${JSON.stringify(t.rows[k]?.groups)} :: ${r.join(' | ')}`).slice(0, 14).join('\n'))
  }
}
it('x', async () => {
  await look('r7-supplement-ministries.pdf', [1, 2])
  await look('r7-yukino-plain.pdf', [1, 2])
  await look('r6-draft-infrastructure.pdf', [2])
  await look('r7-kawabe-projects.pdf', [1, 5])
  await look('r7-midorino-outline.pdf', [5])
})
