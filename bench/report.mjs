// How long the review page of a document takes to write, and to open in a browser from disk.
// npm run build && npm run bench:report -- FILE.pdf ...
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const cli = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'cli.js')

const yosan = (...args) => {
  const begun = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args, '--quiet'], { encoding: 'utf8' })
  if (status === 1) throw new Error(stderr)
  return (performance.now() - begun) / 1000
}

/** Seconds until the first page and the table are there, and until the whole file is read; the best of three. */
const opened = async (browser, file) => {
  const tries = []
  for (let i = 0; i < 3; i++) {
    const page = await browser.newPage()
    const begun = performance.now()
    await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' })
    await page.waitForSelector('#rows tr')
    await page.waitForSelector('#stage img, #stage .lines, #stage .notice')
    const usable = performance.now() - begun
    await page.waitForLoadState('load')
    tries.push({ usable: usable / 1000, whole: (performance.now() - begun) / 1000 })
    await page.close()
  }
  return tries.sort((a, b) => a.whole - b.whole)[0]
}

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync']
const browser = await chromium.launch({ executablePath: process.env.YOSAN_BROWSER ?? '/usr/bin/chromium', args })
try {
  console.log('file  extract s  report s  MiB  usable s  whole s')
  for (const file of process.argv.slice(2)) {
    const folder = mkdtempSync(join(tmpdir(), 'yosan-report-'))
    try {
      const extract = yosan('extract', file, '--out', folder, '--timeout', '3600')
      const report = yosan('report', folder)
      const page = join(folder, 'report.html')
      const { usable, whole } = await opened(browser, page)
      const size = statSync(page).size / 1024 / 1024
      console.log(basename(file), ...[extract, report, size, usable, whole].map((value) => value.toFixed(2)))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
} finally {
  await browser.close()
}
