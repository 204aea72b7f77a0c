import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { extract } from '/work/main/src/extract.js'
import { readGold, score } from '/work/main/tests/gold/score.js'
it('x', async () => {
  for (const folder of ['/work/main/fixtures/documents', '/work/shared/bench/dev']) {
    const names = readdirSync(folder).filter((n) => n.endsWith('.jsonl')).map((n) => n.slice(0, -6))
    for (const name of names) {
      const { dataset } = await extract([join(folder, name)], { pages: null })
      const s = score(readGold(join(folder, `${name}.jsonl`)), dataset.figures)
      console.log(name, JSON.stringify(Object.fromEntries(Object.entries(s.percent).map(([k, v]) => [k, Math.floor(v)]))), s.silent.length)
      for (const f of s.faults.slice(0, 12)) console.log('   ', f)
    }
  }
}, 100000)
