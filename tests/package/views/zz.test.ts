import { it } from 'vitest'
import { views } from '../../../src/package/views/index.js'
import { hostile, writeView, bytesBelow } from './tables.js'
it('x', async () => { for (const v of views) { const f = await writeView(v, hostile); console.log(f, Object.entries(await bytesBelow(f)).map(([k,b])=>k+' '+b.length).join(' ')) } })
