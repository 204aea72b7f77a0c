import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openCorrections } from '../../src/corrections/file.js'
import { readTables } from '../../src/dataset-folder.js'
import type { Figure } from '../../src/model/figure.js'
import { kindOf } from '../../src/report/issue-kinds.js'
import { newFolder } from '../cli/data-sets.js'
import { yosan } from '../cli/yosan.js'
import { browserPath, openPage, reason, withBrowser } from './browser.js'
import { hostileDataSet, hostileText } from './hostile.js'
import { serving } from './serving.js'

const documents = join(import.meta.dirname, '..', '..', 'fixtures', 'documents')

const extracted = async (...names: string[]): Promise<string> => {
  const folder = await newFolder()
  const { code } = await yosan('extract', ...names.map((name) => join(documents, name)), '--out', folder, '--quiet')
  expect(code).toBe(0)
  return folder
}

/** Writes the report of a data set and gives the address of its page. */
const reported = async (folder: string): Promise<string> => {
  const { code, out } = await yosan('report', folder, '--json')
  expect(code).toBe(0)
  return pathToFileURL(JSON.parse(out).page).href
}

const figuresOf = async (folder: string): Promise<readonly Figure[]> => (await readTables(folder, ['figures'])).figures

const current = (page: Page, within: string) => page.locator(`${within} [aria-current]`)
/** Goes to a figure and waits until the page shows it. */
const select = async (page: Page, id: string | undefined): Promise<void> => {
  await page.evaluate(`location.hash = '${id}'`)
  await page.locator(`#stage [data-id="${id}"][aria-current]`).waitFor()
}

const hashOf = async (page: Page): Promise<string> => decodeURIComponent(new URL(page.url()).hash.slice(1))

if (browserPath === null) console.warn(reason)

describe.skipIf(browserPath === null)('a review page in a browser', () => {
  withBrowser()

  let folder = ''
  let address = ''
  let many = ''
  beforeAll(async () => {
    folder = await extracted('r7-midorino-outline.pdf')
    address = await reported(folder)
    many = await reported(await extracted('r7-draft-research.pdf', 'r7-draft-culture.txt'))
  })

  it.each([
    ['r7-midorino-outline.pdf', ['検算の不一致', '要確認']],
    ['r7-yukino-plain.pdf', ['要確認', '未読']],
  ])('lists first what asks for a person: %s', async (name, states) => {
    const { page, close } = await openPage(await reported(await extracted(name)))
    expect([...new Set(await page.locator('#rows td:last-child').allTextContents())]).toEqual(states)
    await close()
  })

  it('names the row and the column of a figure of a budget book, and lights the name of its row', async () => {
    const book = await extracted('../books/r7-asagiri-book.pdf')
    const { lines } = await readTables(book, ['lines'])
    const line = lines.find(({ level, column, page }) => level === 'moku' && column === 'bond' && page > 8)
    const { page, close } = await openPage(`${await reported(book)}#${line?.line_id}`)
    await page.locator(`#stage [data-id="${line?.line_id}"][aria-current]`).waitFor()
    expect(await page.locator('#rows tr[aria-current] .cell').textContent()).toBe('歳出 目 地方債')
    expect(await page.locator('#facts').textContent()).toContain('表の欄歳出 目 地方債')
    expect(await page.locator('#stage .label').count()).toBeGreaterThan(0)
    await page.click('a[href="#overview"]')
    expect(await page.locator('#overview details[open] details[open]').count()).toBe(0)
    await close()
  })

  it('lights the box, the label and the heading of a row that is clicked, and says why', async () => {
    const { figures, programmes } = await readTables(folder, ['figures', 'programmes'])
    const headed = new Map(programmes.map((row) => [row.programme_row_id, row.heading_page]))
    const wanted = figures.find((f) => f.label_boxes !== null && f.page === headed.get(f.programme_row_id ?? ''))
    const { page, close } = await openPage(address)
    await page.selectOption('#show', 'all')
    await page.fill('#programme', wanted?.programme ?? '')
    await page
      .locator('#rows tr', { has: page.locator(`a[href="#${wanted?.figure_id}"]`) })
      .locator('td')
      .nth(1)
      .click()
    expect(await hashOf(page)).toBe(wanted?.figure_id)
    expect(await current(page, '#stage').getAttribute('data-id')).toBe(wanted?.figure_id)
    expect(await page.locator('.lights .label').count()).toBe(wanted?.label_boxes?.split(';').length)
    expect(await page.locator('.lights .heading').count()).toBeGreaterThan(0)
    const facts = await page.locator('#facts').textContent()
    for (const pair of wanted?.decided_by?.split(';') ?? []) expect(facts).toContain(pair.split('=')[1])
    await close()
  })

  it('leads from each box to its row', async () => {
    const { page, close } = await openPage(`${address}#page-2`)
    const boxes = await page.locator('#stage a[data-id]').all()
    expect(boxes.length).toBeGreaterThan(3)
    for (const box of boxes.slice(0, 4)) {
      const id = await box.getAttribute('data-id')
      await box.locator('rect').first().click()
      expect(await hashOf(page)).toBe(id)
      await expect.poll(() => current(page, '#rows').locator('th a').getAttribute('href')).toBe(`#${id}`)
    }
    await close()
  })

  it('puts each box where the figure is printed', async () => {
    const [figure] = (await figuresOf(folder)).filter(({ page }) => page === 1)
    const { page, close } = await openPage(`${address}#${figure?.figure_id}`)
    const [x0 = 0, y0 = 0, x1 = 0] = figure?.bbox?.split(' ').map(Number) ?? []
    const place: number[] = await page.evaluate(placeOfBox)
    for (const [i, at] of [x0, y0, x1].entries()) expect(Math.abs((place[i] ?? 1e9) - at)).toBeLessThan(4)
    await close()
  })

  it('goes on and back by key, to the next in doubt, and not while somebody types or has turned the keys off', async () => {
    const { page, close } = await openPage(address)
    const hrefs = await page
      .locator('#rows th a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const press = async (key: string) => {
      await page.keyboard.press(key)
      return `#${await hashOf(page)}`
    }
    expect(await press('n')).toBe(hrefs[0])
    expect(await press('n')).toBe(hrefs[1])
    expect(await press('p')).toBe(hrefs[0])
    expect(await press('r')).toBe(hrefs[1])
    await page.focus('#programme')
    expect(await press('n')).toBe(hrefs[1])
    await page.evaluate('document.activeElement.blur()')
    await page.getByText('キー操作', { exact: true }).click()
    await page.uncheck('#keys-on')
    await page.evaluate('document.activeElement.blur()')
    expect(await press('n')).toBe(hrefs[1])
    await close()
  })

  it('is worked without a mouse: rows and buttons take the focus and Enter', async () => {
    const { page, close } = await openPage(address)
    await page.locator('#rows th a').nth(2).focus()
    await page.keyboard.press('Enter')
    expect(`#${await hashOf(page)}`).toBe(await page.locator('#rows th a').nth(2).getAttribute('href'))
    await page.focus('#next')
    await page.keyboard.press('Enter')
    expect(`#${await hashOf(page)}`).toBe(await page.locator('#rows th a').nth(3).getAttribute('href'))
    await close()
  })

  it('filters by role, doubt, failed check, leftovers and programme', async () => {
    const { figures, issues } = await readTables(folder, ['figures', 'issues'])
    const { page, close } = await openPage(address)
    const counted = async () => Number((await page.locator('#count').textContent())?.replace(/\D/gu, ''))
    await page.selectOption('#show', 'all')
    await page.selectOption('#role', 'comparison')
    expect(await counted()).toBe(figures.filter(({ role }) => role === 'comparison').length)
    await page.selectOption('#role', '')
    await page.selectOption('#show', 'review')
    expect(await counted()).toBe(figures.filter(({ needs_review }) => needs_review).length)
    await page.selectOption('#show', 'leftover')
    expect(await counted()).toBe(issues.filter(({ rule }) => kindOf(rule) === 'leftover').length)
    await page.selectOption('#show', 'failed')
    expect(await counted()).toBeGreaterThan(0)
    await page.selectOption('#show', 'all')
    await page.fill('#programme', '市税')
    expect(await counted()).toBe(figures.filter((f) => `${f.programme} ${f.parent}`.includes('市税')).length)
    await close()
  })

  it('says that there is no such figure, and of a torn address too', async () => {
    for (const [id, text] of [
      ['nothing', 'nothing'],
      ['%E0%A4%A', '%E0%A4%A'],
    ]) {
      const { page, close } = await openPage(`${address}#${id}`)
      expect(await page.locator('#told').textContent()).toBe(`この資料に ${text} はありません。`)
      expect(await page.locator('#rows tr').count()).toBeGreaterThan(0)
      await close()
    }
  })

  it('keeps the focus in the table when a row is chosen by key', async () => {
    const { page, close } = await openPage(address)
    await page.locator('#rows th a').nth(3).focus()
    await page.keyboard.press('Enter')
    const focused = () => page.evaluate('document.activeElement.closest("tr")?.getAttribute("aria-current")')
    await expect.poll(focused).toBe('true')
    await close()
  })

  it('opens at the figure that the address names, though the filters would leave it out', async () => {
    const figure = (await figuresOf(folder)).findLast(({ needs_review }) => !needs_review)
    const { page, close } = await openPage(`${address}#${figure?.figure_id}`)
    expect(await page.locator('#sheet-number').inputValue()).toBe(String(figure?.page))
    expect(await current(page, '#rows').locator('th a').getAttribute('href')).toBe(`#${figure?.figure_id}`)
    expect(await page.locator('#selected').textContent()).toBe(figure?.raw)
    await close()
  })

  it('draws what was not read on its page, and one page at a time', async () => {
    const plain = await extracted('r7-yukino-plain.pdf')
    const { issues } = await readTables(plain, ['issues'])
    const leftovers = issues.filter(({ rule }) => kindOf(rule) === 'leftover')
    expect(leftovers.length).toBeGreaterThan(0)
    const { page, close } = await openPage(await reported(plain))
    await page.selectOption('#show', 'leftover')
    expect(await page.locator('#count').textContent()).toBe(`${leftovers.length}件`)
    for (const { issue_id, boxes } of leftovers) {
      await page.click(`#rows a[href="#${issue_id}"]`)
      const drawn = page.locator(`#stage .leftover[data-id="${issue_id}"] rect`)
      await expect.poll(() => drawn.count()).toBe(boxes?.split(';').length)
    }
    expect(await page.locator('#stage img').count()).toBe(1)
    await close()
  })

  it.each([
    [360, 'light'],
    [360, 'dark'],
    [1920, 'light'],
    [1920, 'dark'],
  ] as const)('is accessible and fits at %i px, %s', async (width, colorScheme) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const [figure] = await figuresOf(folder)
    for (const place of [`${address}#${figure?.figure_id}`, `${address}#overview`, many]) {
      const { page, close } = await openPage(place, { viewport: { width, height: 800 }, colorScheme })
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      const { violations }: Found = await page.evaluate(`${axe}; axe.run({ runOnly: ${JSON.stringify(rules)} })`)
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await close()
    }
  })

  it('shows the lines of a text with its figures marked', async () => {
    const text = await extracted('r7-draft-culture.txt')
    const { page, close } = await openPage(await reported(text))
    const marked = await page.locator('#stage .mark').allTextContents()
    expect(marked).toEqual((await figuresOf(text)).filter(({ line }) => line <= 100).map(({ raw }) => raw))
    await page.locator('#stage .mark').nth(2).click()
    expect(await current(page, '#rows').count()).toBe(1)
    await close()
  })

  it('runs nothing of what documents say', async () => {
    const hostile = await reported(await hostileDataSet())
    for (const place of ['', '#review', '#overview', '#hostile-p001-001']) {
      const { page, close } = await openPage(hostile + place)
      expect(await page.locator('h1').textContent()).toBe(hostileText)
      expect(await page.evaluate('"hacked" in window')).toBe(false)
      expect(await page.locator('img[src="x"], svg[onload]').count()).toBe(0)
      await close()
    }
  })

  it('makes corrections that the next run applies', async () => {
    const corrected = await extracted('r7-draft-research.pdf')
    const [right, wrong, none] = (await figuresOf(corrected)).filter(({ role }) => role === 'budget')
    const { page, close } = await openPage(`${await reported(corrected)}#${right?.figure_id}`, {
      acceptDownloads: true,
    })
    await page.click('#accept')
    await select(page, wrong?.figure_id)
    await page.fill('[name=note]', '桁')
    await page.press('[name=note]', 'Enter')
    expect(await page.locator('#correction-said').textContent()).toContain('訂正する項目')
    await page.fill('[name=new_yen]', '１２３，４００万')
    await page.click('#correct')
    expect(await page.locator('#correction-said').textContent()).toContain('整数')
    await page.fill('[name=new_yen]', '1,234,000,000')
    await page.click('#reject')
    expect(await page.locator('#correction-said').textContent()).toContain('入力した訂正があります')
    await page.click('#save')
    expect(await page.locator('#save-said').textContent()).toContain('記録されていません')
    await select(page, right?.figure_id)
    expect(await page.locator('[name=new_yen]').inputValue()).toBe('')
    await select(page, wrong?.figure_id)
    expect(await page.locator('[name=new_yen]').inputValue()).toBe('1,234,000,000')
    await page.selectOption('[name=new_stage]', 'request')
    await page.fill('[name=by]', '山田, "花子"')
    await page.click('#correct')
    await select(page, none?.figure_id)
    await page.click('#reject')
    expect(await page.locator('#corrections li').count()).toBe(3)
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')])
    expect(download.suggestedFilename()).toBe('corrections.csv')
    const file = join(await newFolder(), 'corrections.csv')
    await download.saveAs(file)
    await close()

    expect((await yosan('correct', corrected, file)).out).toContain('1 accept, 1 correct, 1 reject')
    await yosan('extract', join(documents, 'r7-draft-research.pdf'), '--out', corrected, '--quiet')
    const now = new Map((await figuresOf(corrected)).map((figure) => [`${figure.page} ${figure.boxes}`, figure]))
    const at = (figure: Figure | undefined) => now.get(`${figure?.page} ${figure?.boxes}`)
    expect(at(right)).toMatchObject({ yen: right?.yen, needs_review: false })
    expect(at(right)?.decided_by).toContain('accepted_by_person')
    expect(at(wrong)).toMatchObject({ raw: wrong?.raw, yen: 1_234_000_000, stage: 'request', needs_review: false })
    expect(at(none)).toBeUndefined()

    const again = await openPage(await reported(corrected))
    expect(await again.page.locator('#corrections li').count()).toBe(3)
    await again.page.selectOption('#show', 'all')
    const states = await again.page.locator('#rows td:last-child').allTextContents()
    expect(await again.page.locator('#save').isDisabled()).toBe(false)
    expect(states.filter((state) => ['確認済み', '訂正', '金額ではない'].includes(state)).sort()).toEqual([
      '確認済み',
      '訂正',
      '金額ではない',
    ])
    await again.page.locator('#corrections li', { hasText: '金額ではない' }).locator('button').click()
    const [taken] = await Promise.all([again.page.waitForEvent('download'), again.page.click('#save')])
    await taken.saveAs(file)
    await again.close()
    expect((await yosan('correct', corrected, file)).out).toContain('1 accept, 1 correct, 0 reject')
  })

  it('keeps what is not saved when the page is opened again, and takes it back', async () => {
    const { page, close } = await openPage(`${address}#r7-midorino-outline-p001-001`)
    await page.click('#accept')
    await page.reload()
    expect(await page.locator('#corrections li').count()).toBe(1)
    await page.click('#corrections button')
    expect(await page.locator('#corrections li').count()).toBe(0)
    await close()
  })

  it('prints the overview', async () => {
    const { page, close } = await openPage(address)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#overview').isVisible()).toBe(true)
    expect(await page.locator('#review').isVisible()).toBe(false)
    await close()
  })
})

describe.skipIf(browserPath === null)('a review page from yosan serve', () => {
  withBrowser()

  it('writes corrections down, and sees those that another page has written', async () => {
    const folder = await extracted('r7-draft-research.pdf', 'r7-draft-culture.txt')
    const server = await serving(folder)
    try {
      const own = server.address
      const figure = (await figuresOf(folder)).find(({ document_id }) => document_id === 'r7-draft-research')
      const here = await openPage(`${own}r7-draft-research.html#${figure?.figure_id}`, { own })
      const there = await openPage(`${own}r7-draft-research.html#r7-draft-research-p001-002`, { own })
      await here.page.click('#accept')
      await here.page.click('#save')
      await expect.poll(() => here.page.locator('#save-said').textContent()).toContain('保存しました')
      expect(await openCorrections(join(folder, 'corrections.csv'))).toMatchObject([
        { action: 'accept', document_id: 'r7-draft-research', boxes: figure?.boxes, raw: figure?.raw },
      ])
      await there.page.click('#reject')
      await there.page.click('#save')
      await expect.poll(() => there.page.locator('#save-said').textContent()).toContain('別の画面')
      await there.page.reload()
      await expect.poll(() => there.page.locator('#corrections li').count()).toBe(2)
      await there.page.click('#save')
      await expect.poll(() => there.page.locator('#save-said').textContent()).toContain('保存しました')
      expect(await openCorrections(join(folder, 'corrections.csv'))).toHaveLength(2)
      await here.close()
      await there.closeDespite(409)
    } finally {
      await server.end()
    }
  })
})

/** Left, top and right of the selected box in points, measured on the screen. */
const placeOfBox = `
  const image = document.querySelector('#stage img')
  const [picture, box] = [image, document.querySelector('#stage [aria-current] rect')].map((one) => one.getBoundingClientRect())
  const scale = Number(image.getAttribute('width')) / picture.width;
  [box.left - picture.left, box.top - picture.top, box.right - picture.left].map((at) => at * scale)`

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}
