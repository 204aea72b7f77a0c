import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { commands } from '../../src/commands/list.js'
import { emit } from '../../src/emit/index.js'
import { options } from '../../src/options.js'
import { toolVersion } from '../../src/version.js'
import { dataset } from '../emit/sample.js'
import { yosan } from './yosan.js'

describe('misuse is one sentence on stderr and exit code 1', () => {
  it.each([
    [['extrct', 'a.pdf'], "yosan: Unknown command 'extrct'. Did you mean extract?\n"],
    [['a.pdf'], "yosan: Unknown command 'a.pdf'. Did you mean yosan extract a.pdf?\n"],
    [['frobnicate'], "yosan: Unknown command 'frobnicate'.\n"],
    [['\u001b[31mred'], "yosan: Unknown command '\\u001b[31mred'.\n"],
    [['--versoin'], 'yosan: Unknown option --versoin. Did you mean --version?\n'],
    [['extract'], 'yosan: Name a file, a folder or an address: yosan extract INPUT...\n'],
    [['extract', 'a.pdf', '--otu', 'x'], 'yosan: Unknown option --otu. Did you mean --out?\n'],
    [['extract', 'a.pdf', '--zzzzzz'], 'yosan: Unknown option --zzzzzz.\n'],
    [['extract', 'a.pdf', '-x'], 'yosan: Unknown option -x.\n'],
    [['extract', 'a.pdf', '--out'], 'yosan: Option --out needs a value.\n'],
    [['extract', 'a.pdf', '--out='], 'yosan: Option --out needs a value.\n'],
    [['extract', '--out', '--quiet', 'a.pdf'], 'yosan: Option --out needs a value.\n'],
    [['extract', 'a.pdf', '--quiet=yes'], 'yosan: Option --quiet takes no value.\n'],
    [['extract', 'a.pdf', '--pages', '5-3'], "yosan: --pages takes a page or a range such as 3 or 3-5, not '5-3'.\n"],
    [['extract', 'a.pdf', '--pages', '0'], "yosan: --pages takes a page or a range such as 3 or 3-5, not '0'.\n"],
    [['extract', 'a.pdf', '--pages', '３'], "yosan: --pages takes a page or a range such as 3 or 3-5, not '３'.\n"],
    [['extract', 'a.pdf', '--stop-after', 'pars'], "yosan: --stop-after knows no room 'pars'. Did you mean parse?\n"],
    [['extract', 'a.pdf', '--workers', '0'], "yosan: --workers takes a whole number from 1 to 256, not '0'.\n"],
    [['extract', 'a.pdf', '--workers', '1.5'], "yosan: --workers takes a whole number from 1 to 256, not '1.5'.\n"],
    [['extract', 'a.pdf', '--timeout', '1e3'], "yosan: --timeout takes a number from 1 to 86400, not '1e3'.\n"],
    [['extract', 'a.pdf', '--delay', '１'], "yosan: --delay takes a number from 0 to 3600, not '１'.\n"],
    [['extract', 'a.pdf', '--link-filter', '('], "yosan: --link-filter takes a regular expression, and '(' is none.\n"],
    [['extract', 'a.pdf', '--log', 'xml'], "yosan: --log knows only ndjson, not 'xml'.\n"],
    [
      ['extract', 'https://example.org/a.pdf', '--stop-after', 'load'],
      'yosan: --stop-after takes documents on this machine: download the PDF first.\n',
    ],
    [['status', 'a', 'b'], 'yosan: Name one folder: yosan status [DIR]\n'],
    [['status', '/nowhere'], 'yosan: No batch ran in the folder /nowhere: name the folder of a data set.\n'],
    [['explain'], 'yosan: Name one figure: yosan explain FIGURE-ID\n'],
    [['explain', 'a', 'b'], 'yosan: Name one figure: yosan explain FIGURE-ID\n'],
    [['schema', 'a', 'b'], 'yosan: Name one table: yosan schema [TABLE]\n'],
    [
      ['schema', 'figure'],
      "yosan: There is no table 'figure', only figures, programmes, documents, issues, checks, lines. Did you mean figures?\n",
    ],
  ])('%j', async (args, err) => {
    expect(await yosan(...args)).toEqual({ code: 1, out: '', err })
  })

  it('without a command prints the help', async () => {
    const { out } = await yosan('--help')
    expect(await yosan()).toEqual({ code: 1, out: '', err: out })
  })
})

describe('help and version', () => {
  it.each(['extract', 'status', 'explain', 'schema'])('%s --help', async (command) => {
    const { code, out } = await yosan(command, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: yosan ${command} `)
  })

  it('every option stands in some help', async () => {
    const asked = [['--help'], ...commands.map(({ name }) => [name, '-h'])]
    const helps = await Promise.all(asked.map((args) => yosan(...args)))
    const text = helps.map(({ out }) => out).join('')
    for (const [name, { help }] of Object.entries(options)) {
      expect(text).toContain(`--${name}`)
      expect(text).toContain(help)
    }
  })

  it('prints the version of the package', async () => {
    expect(toolVersion).toBe(manifest.version)
    expect(await yosan('--version')).toEqual({ code: 0, out: `${toolVersion}\n`, err: '' })
  })
})

describe('explain', () => {
  const folder = mkdtemp(join(tmpdir(), 'yosan-'))

  it('prints a figure of a data set', async () => {
    for (const [name, text] of await emit(dataset)) await writeFile(join(await folder, name), text)
    const { code, out } = await yosan('explain', 'slides-p001-002', '--out', await folder)
    expect(code).toBe(0)
    expect(out).toContain('printed      （△35億円）')
  })

  it('says when the figure is unknown', async () => {
    for (const [name, text] of await emit(dataset)) await writeFile(join(await folder, name), text)
    const { code, err } = await yosan('explain', 'x', '--out', await folder)
    expect([code, err]).toEqual([1, `yosan: ${join(await folder, 'figures.json')} has no figure 'x'.\n`])
  })

  it.each([
    ['no JSON', 'figures'],
    ['no table', '{}'],
    ['rows of other columns', '[{"figure_id":"x"}]'],
  ])('says when figures.json holds %s', async (_, text) => {
    const other = await mkdtemp(join(tmpdir(), 'yosan-'))
    await writeFile(join(other, 'figures.json'), text)
    await writeFile(join(other, 'programmes.json'), '[]')
    const { code, err } = await yosan('explain', 'x', '--out', other)
    const file = join(other, 'figures.json')
    expect([code, err]).toEqual([1, `yosan: ${file} is not of this version of yosan: run yosan extract again.\n`])
  })

  it('says when there is no data set', async () => {
    const { code, err } = await yosan('explain', 'x', '--out', '/nowhere')
    expect(code).toBe(1)
    expect(err).toMatch(/^yosan: Cannot read \/nowhere\/figures.json: run yosan extract first/)
  })
})

describe('schema', () => {
  it('prints JSON', async () => {
    const { code, out } = await yosan('schema', 'documents')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toHaveProperty('items.properties.sha256')
  })
})
