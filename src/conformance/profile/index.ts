import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { pointer, type Report } from '../problems.js'
import { dialectProfile } from './dialect.js'
import { formats } from './formats.js'
import { packageProfile } from './package.js'
import { licenses, sources } from './parts.js'
import { resourceProfile } from './resource.js'
import { fieldProfile, schemaProfile } from './table-schema.js'

/** What a descriptor is one of. */
export type ProfileName = 'package' | 'dialect' | 'schema'

/** Holds a descriptor against the specification and tells the first fault of each place. Returns JSON pointers to them.
 *
 * The profiles are written from the text of Data Package 2.0 and take what it asks consumers to take of version 1. */
export const checkProfile = (
  name: ProfileName,
  descriptor: unknown,
  file: string,
  report: Report,
): readonly string[] => {
  const validate = validatorOf(name)
  if (validate(descriptor)) return []
  const faults = new Map(
    (validate.errors ?? [])
      .filter(isOfItsOwn)
      .toReversed()
      .map((error) => [pointerOf(error), error]),
  )
  for (const [field, error] of faults) {
    const { found, expected } = wordsOf(error)
    report(
      'descriptor_invalid',
      { file, row: null, field },
      { found, expected, message: `The descriptor needs ${expected}.` },
    )
  }
  return [...faults.keys()]
}

let ajv: Ajv | null = null

const validatorOf = (name: ProfileName): ValidateFunction => {
  ajv ??= compiler()
  const validate = ajv.getSchema(name)
  if (!validate) throw new Error(`There is no profile ${name}.`)
  return validate
}

const compiler = (): Ajv => {
  const made = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
  })
  made.addKeyword('says')
  made.addFormat('uri', formats.uri)
  made.addFormat('email', formats.email)
  made.addFormat('date-time', formats['date-time'])
  for (const profile of [
    licenses,
    sources,
    fieldProfile,
    schemaProfile,
    dialectProfile,
    resourceProfile,
    packageProfile,
  ])
    made.addSchema(profile)
  return made
}

/** Branches of a choice say less than the choice does. */
const isOfItsOwn = ({ keyword, schemaPath }: ErrorObject): boolean =>
  keyword !== 'if' && !/\/(?:any|one)Of\/\d/u.test(schemaPath)

const pointerOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  keyword === 'required' ? instancePath + pointer(String(params.missingProperty)) : instancePath

type Words = { readonly found: string | null; readonly expected: string }

const wordsOf = ({ keyword, params, message = '', data, parentSchema, instancePath }: ErrorObject): Words => {
  const found = JSON.stringify(data) ?? null
  const says: unknown = parentSchema?.says
  if (keyword === 'required') return { found: null, expected: `the property ${params.missingProperty}` }
  if (keyword === 'enum') return { found, expected: `one of ${params.allowedValues.join(', ')}` }
  if (keyword === 'false schema')
    return { found, expected: `no constraint ${instancePath.split('/').at(-1)} on a field of this type` }
  if ((keyword === 'anyOf' || keyword === 'oneOf') && typeof says === 'string') return { found, expected: says }
  return { found, expected: `a value there that ${message}` }
}
