import type { FieldDescriptor } from '../descriptor.js'
import { formats } from '../profile/formats.js'
import { type CellType, textThat } from './cell-type.js'

const tests: Readonly<Record<string, (text: string) => boolean>> = {
  default: () => true,
  email: formats.email,
  uri: formats.uri,
  uuid: formats.uuid,
  binary: formats.base64,
}

export const string = ({ format = 'default' }: FieldDescriptor): CellType => ({
  ...textThat(tests[format] ?? (() => true)),
  // Characters, not the halves that JavaScript counts.
  length: (text) => [...text].length,
})

/** What is written in cells and read as it stands. */
export const any = (): CellType => textThat(() => true)

export const boolean = ({
  trueValues = ['true', 'True', 'TRUE', '1'],
  falseValues = ['false', 'False', 'FALSE', '0'],
}: FieldDescriptor): CellType => ({
  read: (text) => (trueValues.includes(text) ? 'true' : falseValues.includes(text) ? 'false' : null),
  compare: null,
  length: null,
})
