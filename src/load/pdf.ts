import { InputError } from '../errors.js'
import type { Page, Source } from '../model/page.js'
import { assetFolders, type Engine, newWorker, startEngine } from './engine.js'
import type { InputFile } from './file.js'
import { inflatingAtOnce } from './inflate.js'
import { failedPage } from './issues.js'
import { limits } from './limits.js'
import { type Loaded, type PageRange, pagesWanted } from './loaded.js'
import { openError } from './open-error.js'
import { readPage } from './pdf-page.js'

type Task = ReturnType<Engine['getDocument']>
type PdfDocument = Awaited<Task['promise']>

/** Opens a PDF; its pages are read when they are asked for. Throws YosanError for a file that cannot be opened. */
export const loadPdf = async (file: InputFile, range: PageRange | null): Promise<Loaded> => {
  const engine = await startEngine()
  const session = new Session(engine, file)
  try {
    const document = await session.open()
    if (document.numPages < 1) throw new InputError('no_pages', file.name, `has no pages: there is nothing to read.`)
    const numbers = pagesWanted(file, range, document.numPages)
    return { source: await sourceOf(file, document), pages: pagesOf(session, numbers) }
  } catch (error) {
    await session.close()
    throw error
  }
}

/** The engine's document, which can be thrown away and opened again when a page does not come to its end. */
class Session {
  private task: Promise<Task> | null = null

  constructor(
    readonly engine: Engine,
    private readonly file: InputFile,
  ) {}

  async open(): Promise<PdfDocument> {
    this.task ??= this.start()
    const { promise } = await this.task
    return promise.catch((error: unknown) => {
      throw openError(this.file.name, error)
    })
  }

  async close(): Promise<void> {
    const task = this.task
    this.task = null
    await (await task)?.destroy()
  }

  private async start(): Promise<Task> {
    const { engine, file } = this
    const worker = await newWorker(engine)
    return engine.getDocument({ data: new Uint8Array(file.bytes), worker, ...assetFolders(), ...settings })
  }
}

const settings = {
  verbosity: 0,
  // Every image is larger than this, so that none is decoded: what the reader of pages relies on to know their boxes.
  maxImageSize: 0,
  // Widths and Unicode maps stay with the fonts.
  fontExtraProperties: true,
  // With font faces the engine need not turn every glyph into a path, which costs three times the memory; the faces
  // themselves go nowhere (see engine.ts).
  disableFontFace: false,
  ownerDocument: { fonts: { add() {}, delete() {} } },
  useSystemFonts: false,
  isEvalSupported: false,
  enableXfa: false,
  stopAtErrors: false,
}

const sourceOf = async (file: InputFile, document: PdfDocument): Promise<Source> => {
  const info: unknown = await document.getMetadata().then(
    (metadata) => metadata.info,
    () => null,
  )
  return {
    name: file.name,
    kind: 'pdf',
    sha256: file.sha256,
    bytes: file.bytes.length,
    pageCount: document.numPages,
    title: textOf(info, 'Title'),
    producer: textOf(info, 'Producer'),
  }
}

const textOf = (info: unknown, key: string): string | null => {
  const value: unknown = typeof info === 'object' && info !== null ? Reflect.get(info, key) : null
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

async function* pagesOf(session: Session, numbers: readonly number[]): AsyncGenerator<Page> {
  try {
    for (const number of numbers) yield await onePage(session, number)
  } finally {
    await session.close()
  }
}

const onePage = async (session: Session, number: number): Promise<Page> => {
  try {
    const work = async () => readPage(session.engine, await session.open(), number)
    return await inTime(inflatingAtOnce(work))
  } catch (error) {
    // The engine may still be at work on the page: a new document is the only way to stop it.
    await session.close()
    return failedPage(number, error instanceof Error ? error.message : String(error))
  }
}

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const seconds = limits.pageMilliseconds / 1000
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took more than ${seconds} seconds`)), limits.pageMilliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
