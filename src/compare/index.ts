import type { Dataset } from '../model/dataset.js'
import { cut } from '../tokenize/morphemes.js'
import { type Diff, type DiffOptions, diffOf } from './diff.js'

export type { Diff, DiffRow } from './diff.js'
export type { Term } from './side.js'

/** Compares the programmes of two data sets; names that look alike are compared word by word with kuromoji. */
export const diff = (
  from: Pick<Dataset, 'figures'>,
  to: Pick<Dataset, 'figures'>,
  options: Omit<DiffOptions, 'cut'>,
): Promise<Diff> => diffOf(from, to, { ...options, cut })
