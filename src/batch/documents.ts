import { readFile } from 'node:fs/promises'
import { InputError } from '../errors.js'
import type { Downloader } from '../fetch/index.js'
import { pdfLinks } from '../fetch/links.js'
import { pageText } from '../fetch/page-text.js'
import { identify, partsOf } from '../identify.js'
import type { Input } from '../inputs/index.js'
import { type Failure, failureOf } from '../options.js'

/** A document that was named, or linked by a page that was. */
export interface Document {
  readonly documentId: string
  readonly fileName: string
  /** The path or the address. */
  readonly input: string
  readonly where: Where
}

type Where =
  | { readonly kind: 'file' }
  | { readonly kind: 'address'; readonly landingUrl: string | null; readonly linkText: string | null }

interface Search {
  readonly downloader: Downloader
  /** Which links of a page are wanted: tested on the words of a link and on its address. */
  readonly linkFilter: RegExp | null
}

/** The documents that inputs stand for, each once, in the order of their ids. An address that gives a page stands for the
 * PDFs that the page links. */
export const findDocuments = async (
  inputs: readonly Input[],
  search: Search,
): Promise<{ documents: Document[]; failures: Failure[] }> => {
  const found = (await Promise.all(inputs.map((input) => candidatesOf(input, search)))).flat()
  const byInput = new Map<string, Candidate>()
  for (const one of found) if (!('code' in one) && !byInput.has(one.input)) byInput.set(one.input, one)
  const candidates = [...byInput.values()].sort((a, b) => (a.input < b.input ? -1 : 1))
  const documents = identify(candidates).map(({ parts, ...document }) => ({
    ...document,
    fileName: parts.at(-1) ?? document.input,
  }))
  return {
    documents: documents.sort((a, b) => (a.documentId < b.documentId ? -1 : 1)),
    failures: found.filter((one) => 'code' in one),
  }
}

interface Candidate extends Pick<Document, 'input' | 'where'> {
  readonly parts: readonly string[]
}

const candidatesOf = async (input: Input, search: Search): Promise<(Candidate | Failure)[]> => {
  if (input.kind === 'file') return [{ input: input.path, where: { kind: 'file' }, parts: partsOf(input.path) }]
  const { address } = input
  if (isPdfAddress(address)) return [linked(address, null, null)]
  try {
    const { kind, path, content_type } = await search.downloader.download(address)
    if (kind === 'pdf') return [linked(address, null, null)]
    return linksOf(pageText(await readFile(path), content_type), address, search.linkFilter)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return [failureOf(address, error)]
  }
}

const linksOf = (html: string, address: string, filter: RegExp | null): Candidate[] => {
  const links = pdfLinks(html, address)
  if (links.length === 0)
    throw new InputError('no_links', address, 'is a web page that links no PDF: name another one.')
  const wanted = links.filter((link) => !filter || filter.test(link.address) || filter.test(link.text ?? ''))
  if (wanted.length > 0) return wanted.map((link) => linked(link.address, address, link.text))
  const count = links.length === 1 ? 'its one PDF does not fit' : `none of its ${links.length} PDFs fits`
  throw new InputError('no_links', address, `is a web page, but ${count} --link-filter: change the filter.`)
}

const linked = (address: string, landingUrl: string | null, linkText: string | null): Candidate => {
  const { host, pathname } = new URL(address)
  const parts = [
    host,
    ...pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decoded),
  ]
  return { input: address, where: { kind: 'address', landingUrl, linkText }, parts }
}

/** Without the folders that an encoded slash hides. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part).split(/[\\/]/u).at(-1) || part
  } catch {
    return part
  }
}

/** Whether an address says that it is one of a PDF; any other is asked what it is. */
const isPdfAddress = (address: string): boolean => /\.pdf$/iu.test(new URL(address).pathname)
