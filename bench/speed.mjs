// Speed and peak memory of yosan beside bare text extraction with pdf.js, on the same files in the same run.
// npm run build && npm run bench [-- FILE.pdf ...]   (default: every PDF of fixtures/documents)
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const script = fileURLToPath(import.meta.url)
const root = dirname(dirname(script))
const dist = (file) => join(root, 'dist', file)
const importFile = (path) => import(pathToFileURL(path).href)

/** Bare pdf.js: getTextContent over all pages. Gives the number of pages. */
const bare = async () => {
  const require = createRequire(join(root, 'package.json'))
  const assets = dirname(require.resolve('pdfjs-dist/package.json'))
  const { getDocument } = await importFile(require.resolve('pdfjs-dist/legacy/build/pdf.mjs'))
  const folders = { cMapUrl: join(assets, 'cmaps/'), standardFontDataUrl: join(assets, 'standard_fonts/') }
  return async (file) => {
    const task = getDocument({ data: new Uint8Array(readFileSync(file)), ...folders, verbosity: 0 })
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await page.getTextContent()
      page.cleanup()
    }
    const { numPages } = document
    await task.destroy()
    return numPages
  }
}

/** The load room alone: every page read and let go of. */
const loadRoom = async () => {
  const { load } = await importFile(dist('load/index.js'))
  return async (path) => {
    const { source, pages } = await load({ path }, { pages: null })
    for await (const _ of pages);
    return source.pageCount
  }
}

/** The whole pipeline. The dictionary of Japanese is loaded beforehand: its time is not counted, its memory is. */
const whole = async () => {
  const { extract } = await importFile(dist('index.js'))
  const { cut } = await importFile(dist('tokenize/morphemes.js'))
  await cut('予算')
  return async (path) => {
    await extract([path], { pages: null })
    return 0
  }
}

const works = { bare, load: loadRoom, ...(existsSync(dist('index.js')) ? { yosan: whole } : {}) }

/** In a process of its own: the engine is started and warmed by one page of another document, then one file is read. */
const measure = async (name, file, warmUp) => {
  const read = await works[name]()
  await read(warmUp)
  globalThis.gc?.()
  const start = performance.now()
  const pages = await read(file)
  const seconds = (performance.now() - start) / 1000
  console.log(JSON.stringify({ pages, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
}

const inChild = (name, file, warmUp) =>
  JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, '--measure', name, file, warmUp], options).trim())
const options = { encoding: 'utf8', maxBuffer: 1 << 26 }

const row = (file, warmUp) => {
  const [base, ...others] = Object.keys(works).map((name) => ({ name, ...inChild(name, file, warmUp) }))
  const tell = ({ name, seconds, megabytes }) => `${name} ${seconds.toFixed(2)} s ${megabytes.toFixed(0)} MB`
  const ratios = others.map((other) => `${tell(other)} (x ${(other.seconds / base.seconds).toFixed(2)})`)
  console.log([basename(file), `${base.pages} pages`, tell(base), ...ratios].join(' | '))
}

const documents = join(root, 'fixtures', 'documents')
const shipped = () => (existsSync(documents) ? readdirSync(documents) : []).map((name) => join(documents, name))

if (process.argv[2] === '--measure') await measure(...process.argv.slice(3))
else {
  const given = process.argv.slice(2)
  const files = (given.length ? given : shipped()).filter((file) => file.toLowerCase().endsWith('.pdf'))
  if (files.length === 0) throw new Error('no PDF: give files or print those of fixtures/documents first')
  for (const file of files) row(file, join(root, 'fixtures', 'bad', 'owner-password.pdf'))
  if (existsSync(dist('cli.js'))) {
    const start = performance.now()
    spawnSync(process.execPath, [dist('cli.js'), '--help'])
    console.log(`yosan --help ${((performance.now() - start) / 1000).toFixed(2)} s`)
  }
}
