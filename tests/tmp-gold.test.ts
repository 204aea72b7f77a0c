import { join } from 'node:path'
import { it } from 'vitest'
import { scoresOf } from './gold/cases.js'
it('x', async () => {
  const t = Date.now()
  const scores = await scoresOf(join(import.meta.dirname, '..', 'fixtures', 'documents'))
  console.log(Date.now() - t)
  for (const [name, { percent, silent, cells, faults }] of scores) {
    console.log(name, Object.entries(percent).filter(([, v]) => v < 100).map(([k, v]) => `${k}: ${Math.floor(v)}`).join(', '), '| silent', silent.length, '| cells', cells?.exact.toFixed(1), cells?.faults.length)
    if (cells) console.log(cells.faults.slice(0, 12).join('\n'))
    if (cells) console.log('FAULTS', faults.filter((f) => !cells.faults.some((c) => c.startsWith(f.split(':')[0] ?? ''))).slice(0, 8).join('\n'), '\nSILENT', silent.slice(0, 6).join('\n'))
  }
})
