import type { PackageDescriptor, ResourceDescriptor } from './descriptor.js'
import { parseObject } from './json-text.js'
import { decoderOf, find, locate, type PackageFolder, readBytes } from './package-files.js'
import { type Place, type Problems, pointer, type Report } from './problems.js'
import { checkProfile, type ProfileName } from './profile/index.js'

/** A package whose descriptor has been held against the specification. */
export interface OpenPackage extends PackageFolder {
  readonly name: string | null
  readonly title: string | null
  readonly version: string | null
  readonly resources: readonly OpenResource[]
  /** Files that are made of the resources; anybody’s property. */
  readonly views: unknown
}

export interface OpenResource {
  readonly name: string
  /** Where it is described. */
  readonly pointer: string
  /** Null where its description is not in order, so that its data cannot be read by it. */
  readonly descriptor: ResourceDescriptor | null
}

/** Opens a package and tells what is wrong with its descriptor; null when that cannot be read at all.
 * @throws YosanError when there is no descriptor */
export const openPackage = async (path: string, { report }: Problems): Promise<OpenPackage | null> => {
  const place = await locate(path)
  const { folder, descriptor: file } = place
  const descriptor = await readDescriptor(folder, file, 'package', report)
  if (!descriptor) return null
  const { name, title, version, resources, views } = descriptor.value as Partial<PackageDescriptor>
  return {
    ...place,
    name: textOrNull(name),
    title: textOrNull(title),
    version: textOrNull(version),
    resources: (Array.isArray(resources) ? resources : []).map((resource: unknown, i) =>
      openResource(resource, pointer('resources', i), descriptor.faults),
    ),
    views,
  }
}

interface Descriptor {
  readonly value: object
  /** Where it is not in order. */
  readonly faults: readonly string[]
}

/** Reads a JSON file of a package and holds it against its profile; null when it cannot be read, which is told. */
export const readDescriptor = async (
  folder: string,
  file: string,
  profile: ProfileName,
  report: Report,
): Promise<Descriptor | null> => {
  const place: Place = { file, row: null, field: null }
  const found = await find(folder, file)
  if (found.kind !== 'file') {
    report(found.kind === 'unsafe' ? 'unsafe_path' : 'missing_file', place, { found: file })
    return null
  }
  const text = found.bytes > mostBytes ? null : decode(await readBytes(found.path))
  if (text?.startsWith('\ufeff')) report('byte_order_mark', place)
  const parsed = text === null ? { because: notText } : parseObject(text.replace(/^\ufeff/u, ''))
  if ('value' in parsed) return { value: parsed.value, faults: checkProfile(profile, parsed.value, file, report) }
  report('descriptor_unreadable', place, { message: `The descriptor cannot be read. ${parsed.because}` })
  return null
}

const mostBytes = 64 * 1024 * 1024
const notText = `It is not in UTF-8, or larger than ${mostBytes} bytes.`

const decode = (bytes: Uint8Array): string | null => {
  const decoder = decoderOf('utf-8')
  try {
    return decoder(bytes) + decoder(null)
  } catch {
    return null
  }
}

/** What reading the data of a resource hangs on. */
const needed = ['name', 'path', 'url', 'data', 'format', 'mediatype', 'encoding', 'dialect', 'schema']

const openResource = (resource: unknown, at: string, faults: readonly string[]): OpenResource => {
  const places = [at, ...needed.map((name) => at + pointer(name))]
  const isBad = faults.some(
    (fault) => places.includes(fault) || places.slice(1).some((one) => fault.startsWith(`${one}/`)),
  )
  const name =
    typeof resource === 'object' && resource !== null && 'name' in resource ? textOrNull(resource.name) : null
  return { name: name ?? '', pointer: at, descriptor: isBad ? null : (resource as ResourceDescriptor) }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
