import { z } from 'zod'
import { YosanError } from '../errors.js'
import { parseJson } from '../parse-json.js'

const field = z.object({
  name: z.string().min(1),
  type: z.string().default('string'),
  format: z.string().default('default'),
  bareNumber: z.boolean().default(true),
  decimalChar: z.string().default('.'),
  groupChar: z.string().default(''),
})

const missing = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])

const schema = z.object({ fields: z.array(field).min(1), missingValues: z.array(missing).default(['']) })

const dialect = z.object({
  delimiter: z.string().min(1).default(','),
  quoteChar: z.string().default('"'),
  escapeChar: z.string().optional(),
  header: z.boolean().default(true),
})

const path = z.union([z.string(), z.tuple([z.string()]).transform(([only]) => only)])

const table = z.object({
  name: z.string().min(1),
  title: z.string().default(''),
  description: z.string().default(''),
  path,
  encoding: z.string().default('utf-8'),
  schema,
  dialect: dialect.prefault({}),
})

/** A table of a data package, as its descriptor says. */
export type TableResource = z.infer<typeof table>
export type TableField = z.infer<typeof field>

/** Any resource: only those that are CSV tables are looked at closely. */
const anyResource = z.looseObject({
  path: z.unknown().optional(),
  format: z.string().optional(),
  schema: z.unknown().optional(),
})

const anyPackage = z.object({ resources: z.array(anyResource) })

/** The CSV tables that a descriptor of a data package (Frictionless, version 1 or 2) describes.
 * @throws YosanError that names the first thing in it that cannot be used */
export const readDescriptor = (text: string, file: string): readonly TableResource[] => {
  const { resources } = readAs(anyPackage, parseJson(text), file, [])
  return resources.flatMap((resource, i) =>
    isCsvTable(resource) ? [readAs(table, resource, file, ['resources', i])] : [],
  )
}

const isCsvTable = ({ path, format, schema }: z.infer<typeof anyResource>): boolean => {
  const [first] = [path].flat()
  const extension = typeof first === 'string' ? /\.([^./\\]*)$/u.exec(first)?.[1] : undefined
  return schema !== undefined && (format ?? extension)?.toLowerCase() === 'csv'
}

const readAs = <Type>(
  wanted: z.ZodType<Type>,
  value: unknown,
  file: string,
  place: readonly (string | number)[],
): Type => {
  const { data, error } = wanted.safeParse(value)
  if (!error) return data
  const [issue] = error.issues
  const where = [...place, ...(issue?.path ?? [])].map(String).join('.')
  throw new YosanError(
    'bad_value',
    `${file} describes no tables that can be asked: ${where || 'all of it'}, ${issue?.message ?? ''}.`,
  )
}
