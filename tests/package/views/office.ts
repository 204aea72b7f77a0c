import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { csvRows } from './csv-rows.js'

/** Whether LibreOffice is there to open the files. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0

if (!hasOffice) console.log('LibreOffice is not installed: files are not opened in it.')

/** UTF-8 (76) with commas (44) and quotes (34). */
const reading = '44,34,76,1'
/** The same with every text quoted, values and not how they look, all sheets. */
const writing = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1'

/** What LibreOffice reads in a workbook or CSV file: the rows of each sheet by its name. */
export const openInOffice = async (file: string): Promise<ReadonlyMap<string, readonly string[][]>> => {
  const folder = await mkdtemp(join(tmpdir(), 'yosan-office-'))
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const filter = file.endsWith('.csv') ? [`--infilter=CSV:${reading}`] : []
    const out = join(folder, 'out')
    const args = ['--headless', profile, ...filter, '--convert-to', writing, '--outdir', out, file]
    await promisify(execFile)('soffice', args)
    const sheets = new Map<string, string[][]>()
    for (const name of await readdir(out))
      sheets.set(name.replace(/^[^-]*-(.*)\.csv$/u, '$1'), await csvRows(await readFile(join(out, name), 'utf8')))
    return sheets
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The cells below a head. */
export const cellsBelow = ([heads = [], ...rows]: readonly (readonly unknown[])[], head: string): unknown[] => {
  const index = heads.indexOf(head)
  if (index < 0) throw new Error(`no head ${head}`)
  return rows.map((row) => row[index])
}
