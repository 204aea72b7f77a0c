// A large package: the data set of the fixtures over and over, each time under other names, as package, validated and asked.
// npm run build && npm run bench:package [-- NUMBER-OF-FIGURES]   (default: 1000000)
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cli = join(root, 'dist', 'cli.js')
const wanted = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'yosan-package-'))
const [seed, output, to] = ['seed', 'output', 'package'].map((name) => join(folder, name))
const tables = ['figures', 'programmes', 'documents', 'issues', 'checks']

/** A row of the copy number `copy`: its ids begin with the number, its programme has another name. */
const copyOf = (row, copy) => {
  const renamed = Object.entries(row).map(([name, value]) => {
    if (value === null || typeof value !== 'string') return [name, value]
    if (name.endsWith('_id')) return [name, `${copy}-${value}`]
    if (name === 'inputs') return [name, value.replace(/(^|;)([+-])/g, `$1$2${copy}-`)]
    return [name, ['programme', 'parent', 'name'].includes(name) ? `${value}（${copy}）` : value]
  })
  return Object.fromEntries(renamed)
}

const makeOutput = async () => {
  spawnSync(process.execPath, [cli, 'extract', join(root, 'fixtures', 'documents'), '--out', seed, '--quiet'])
  spawnSync('mkdir', ['-p', output])
  const rows = Object.fromEntries(
    tables.map((name) => [name, JSON.parse(readFileSync(join(seed, `${name}.json`), 'utf8'))]),
  )
  const copies = Math.ceil(wanted / rows.figures.length)
  for (const name of tables) {
    const file = createWriteStream(join(output, `${name}.json`))
    const write = (text) => file.write(text) || new Promise((resolve) => file.once('drain', resolve))
    await write('[\n')
    for (let copy = 0; copy < copies; copy++) {
      const lines = rows[name].map((row) => JSON.stringify(copyOf(row, copy)))
      const isLast = copy === copies - 1
      if (lines.length > 0) await write(`${lines.join(',\n')}${isLast ? '\n' : ',\n'}`)
    }
    await write(']\n')
    await new Promise((resolve) => file.end(resolve))
  }
  return copies * rows.figures.length
}

/** Resident memory of a process in MiB, where the system can tell. */
const residentOf = (pid) =>
  Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024

const run = (...args) =>
  new Promise((resolve) => {
    const begun = performance.now()
    const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    let most = 0
    const memory = setInterval(() => {
      most = Math.max(most, residentOf(child.pid))
    }, 500)
    child.on('exit', (code) => {
      clearInterval(memory)
      resolve({ code, seconds: (performance.now() - begun) / 1000, most: Math.round(most) })
    })
  })

try {
  const figures = await makeOutput()
  console.log(`${figures} figures`)
  const question = 'SELECT stage, count(*) AS figures, sum(yen) AS yen FROM figures GROUP BY stage ORDER BY stage'
  const runs = [
    ['package, tables alone', ['package', output, '--to', to, '--views', 'none', '--quiet']],
    ['package, all views', ['package', output, '--to', `${to}-all`, '--quiet']],
    ['package again', ['package', output, '--to', to, '--views', 'none', '--quiet']],
    ['validate', ['validate', to, '--quiet']],
    ['query', ['query', question, to, '--json']],
  ]
  console.log('| run | seconds | figures/s | memory at most, MiB | exit |\n| --- | --- | --- | --- | --- |')
  for (const [name, args] of runs) {
    const { code, seconds, most } = await run(...args)
    console.log(`| ${name} | ${seconds.toFixed(1)} | ${Math.round(figures / seconds)} | ${most} | ${code} |`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
