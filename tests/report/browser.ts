import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that is installed here; null when there is none. */
export const browserPath: string | null = process.env.YOSAN_BROWSER ?? places.find(existsSync) ?? null

export const reason = `No browser is installed here (${places.join(', ')}, or YOSAN_BROWSER), so review pages are not tried in one.`

let browser: Browser | null = null

/** Starts the browser for the tests of a file. */
export const withBrowser = (): void => {
  beforeAll(async () => {
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ]
    browser = await chromium.launch({ executablePath: browserPath ?? '', args })
  })
  afterAll(() => browser?.close())
}

/** A page of the browser, and what must not have happened on it. */
export interface Opened {
  readonly page: Page
  /** Closes it and fails if it logged an error, ran what it must not, or asked for more than its own file. */
  readonly close: () => Promise<void>
  /** The same where the server has refused a request once, which the browser logs. */
  readonly closeDespite: (status: number) => Promise<void>
}

/** @param own what its requests may begin with */
export const openPage = async (
  address: string,
  { own = address.replace(/[#?].*$/u, ''), ...options }: BrowserContextOptions & { readonly own?: string } = {},
): Promise<Opened> => {
  const context = await (browser as Browser).newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'info') troubles.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') return dialog.accept()
    troubles.push(`dialog: ${dialog.message()}`)
    dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!/^(?:data|blob):/u.test(request.url()) && !request.url().startsWith(own))
      troubles.push(`request: ${request.url()}`)
  })
  await page.goto(address)
  const close = async (expected: readonly string[]) => {
    await context.close()
    expect(troubles.map((text) => text.replace(/\(.*\)$/u, '').trim())).toEqual(expected)
  }
  return {
    page,
    close: () => close([]),
    closeDespite: (status) =>
      close([`error: Failed to load resource: the server responded with a status of ${status}`]),
  }
}
