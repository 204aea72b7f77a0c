// A long batch: documents made of the fixtures, no two with the same bytes, extracted by two workers and by one.
// npm run build && npm run soak [-- NUMBER-OF-DOCUMENTS]   (default: 1000)
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const fixtures = join(root, 'fixtures', 'documents')
const count = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'yosan-soak-'))

/** Documents in folders of a hundred; what is added stands behind the end of a PDF or is one more line of a text. */
const makeDocuments = () => {
  const names = readdirSync(fixtures).filter((name) => /\.(?:pdf|txt|md)$/.test(name))
  const originals = names.map((name) => ({ name, bytes: readFileSync(join(fixtures, name)) }))
  for (let i = 0; i < count; i++) {
    const { name, bytes } = originals[i % originals.length]
    const below = join(folder, 'in', String(Math.floor(i / 100)))
    mkdirSync(below, { recursive: true })
    const extension = extname(name)
    const path = join(below, `${String(i).padStart(5, '0')}-${basename(name, extension)}${extension}`)
    writeFileSync(path, Buffer.concat([bytes, Buffer.from(`\n%${i}\n`)]))
  }
}

/** Runs a batch and gives its seconds, its events and the memory of this process's child in MiB. */
const runBatch = async (out, workers) => {
  const args = ['extract', join(folder, 'in'), '--out', out, '--workers', String(workers), '--log', 'ndjson', '--quiet']
  const begun = performance.now()
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const events = []
  let most = 0
  const memory = setInterval(() => {
    most = Math.max(most, residentOf(child.pid))
  }, 500)
  for await (const line of createInterface({ input: child.stderr }))
    if (line.startsWith('{')) events.push(JSON.parse(line))
  clearInterval(memory)
  const code = child.exitCode ?? (await new Promise((resolve) => child.on('close', resolve)))
  return { seconds: (performance.now() - begun) / 1000, events, code, most }
}

/** MiB, where the system can tell. */
const residentOf = (pid) => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** How the memory of each worker that lived long enough grew: the medians of the second and of the last third of its documents;
 * the first third is for warming up. The documents come round again and again, so that both see the same ones. */
const growth = (events) => {
  const byWorker = new Map()
  for (const done of workOf(events)) byWorker.set(done.worker, [...(byWorker.get(done.worker) ?? []), done])
  return [...byWorker].flatMap(([worker, done]) => {
    const third = Math.floor(done.length / 3)
    if (third < 20) return []
    const memory = done.slice(third).map((one) => one.memory)
    const [first, last] = [median(memory.slice(0, third)), median(memory.slice(-third))]
    return [{ worker, documents: done.length, first, last, grown: `${((last / first - 1) * 100).toFixed(1)} %` }]
  })
}

/** Documents a second once the workers are warm: from the first third on, until the last document is through. */
const rateOf = (events) => {
  const times = workOf(events).map(({ at }) => Date.parse(at))
  const warm = Math.ceil(times.length / 3)
  return (times.length - warm) / ((times.at(-1) - times[warm - 1]) / 1000)
}

const workOf = (events) => events.filter(({ event, worker }) => event === 'done' && worker !== null)

const digest = (out) => {
  const hash = createHash('sha256')
  for (const name of readdirSync(out)
    .filter((one) => /\.(?:csv|json)$/.test(one))
    .sort())
    hash.update(name).update(readFileSync(join(out, name)))
  return hash.digest('hex').slice(0, 12)
}

makeDocuments()
console.log(`${count} documents, ${availableParallelism()} cores`)
const problems = []
const seconds = {}
const rates = {}
for (const [name, workers] of [
  ['two', 2],
  ['one', 1],
]) {
  const out = join(folder, name)
  const run = await runBatch(out, workers)
  seconds[name] = run.seconds
  rates[name] = rateOf(run.events)
  const pages = run.events.reduce((sum, { event, pages: read }) => sum + (event === 'done' ? (read ?? 1) : 0), 0)
  const failed = run.events.filter(({ event }) => event === 'failed').length
  console.log(
    `${workers} worker${workers === 1 ? '' : 's'}: ${run.seconds.toFixed(1)} s, ${(pages / run.seconds).toFixed(1)} pages/s, ` +
      `${failed} failed, exit code ${run.code}, the batch itself ${run.most.toFixed(0)} MiB at most, tables ${digest(out)}`,
  )
  const grown = growth(run.events)
  console.table(grown)
  if (failed > 0 || run.code !== 0) problems.push(`${failed} documents failed, exit code ${run.code}`)
  for (const { worker, first, last } of grown)
    if (last > first * 1.1) problems.push(`worker ${worker} grew from ${first} to ${last} MiB`)
}
const again = await runBatch(join(folder, 'two'), 2)
console.log(`again, nothing changed: ${again.seconds.toFixed(1)} s, tables ${digest(join(folder, 'two'))}`)
if (workOf(again.events).length > 0) problems.push('the second run extracted documents again')
if (digest(join(folder, 'one')) !== digest(join(folder, 'two')))
  problems.push('the tables hang on the number of workers')
console.log(
  `two workers read ${rates.two.toFixed(2)} documents a second once warm, one ${rates.one.toFixed(2)}: ` +
    `${(rates.two / rates.one).toFixed(2)} times as many; with the start and the tables ${(seconds.one / seconds.two).toFixed(2)} times`,
)
rmSync(folder, { recursive: true })
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
