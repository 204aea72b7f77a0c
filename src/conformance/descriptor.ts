/** What this room reads of a descriptor, once the profile has found it in order. */
export interface PackageDescriptor {
  readonly name?: string
  readonly title?: string
  readonly version?: string
  readonly resources: readonly ResourceDescriptor[]
  /** Ours: files that are made of the resources. */
  readonly views?: unknown
}

export interface ResourceDescriptor extends Fingerprint {
  readonly name: string
  readonly path?: string | readonly string[]
  /** What `path` was called before version 1. */
  readonly url?: string
  readonly data?: unknown
  readonly format?: string
  readonly mediatype?: string
  readonly encoding?: string
  readonly dialect?: DialectDescriptor | string
  readonly schema?: SchemaDescriptor | string
}

/** What is said of the bytes of a file. */
export interface Fingerprint {
  readonly bytes?: number
  readonly hash?: string
}

export interface DialectDescriptor {
  readonly header?: boolean
  readonly headerRows?: readonly number[]
  readonly commentRows?: readonly number[]
  readonly commentChar?: string
  readonly delimiter?: string
  readonly lineTerminator?: string
  readonly quoteChar?: string
  readonly doubleQuote?: boolean
  readonly escapeChar?: string
  readonly nullSequence?: string
  readonly skipInitialSpace?: boolean
}

export type MissingValues = readonly (string | { readonly value: string })[]

export type FieldsMatch = 'exact' | 'equal' | 'subset' | 'superset' | 'partial'

export interface SchemaDescriptor {
  readonly fields: readonly FieldDescriptor[]
  readonly fieldsMatch?: FieldsMatch | readonly [FieldsMatch]
  readonly missingValues?: MissingValues
  readonly primaryKey?: string | readonly string[]
  readonly uniqueKeys?: readonly (readonly string[])[]
  readonly foreignKeys?: readonly ForeignKeyDescriptor[]
}

export interface ForeignKeyDescriptor {
  readonly fields: string | readonly string[]
  readonly reference: {
    /** Left out or empty for the table itself. */
    readonly resource?: string
    readonly fields: string | readonly string[]
  }
}

export interface FieldDescriptor {
  readonly name: string
  readonly type?: string
  readonly format?: string
  readonly missingValues?: MissingValues
  readonly categories?: readonly (string | number | { readonly value: string | number })[]
  readonly constraints?: Constraints
  readonly groupChar?: string
  readonly decimalChar?: string
  readonly bareNumber?: boolean
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  readonly delimiter?: string
  readonly itemType?: string
}

export interface Constraints {
  readonly required?: boolean
  readonly unique?: boolean
  readonly enum?: readonly unknown[]
  readonly minimum?: string | number
  readonly maximum?: string | number
  readonly exclusiveMinimum?: string | number
  readonly exclusiveMaximum?: string | number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly jsonSchema?: object
}

/** Names of fields, which version 1 let be a single one. */
export const namesOf = (fields: string | readonly string[]): readonly string[] =>
  typeof fields === 'string' ? [fields] : fields
