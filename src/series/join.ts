import type { Dataset } from '../model/dataset.js'
import type { Figure } from '../model/figure.js'

interface Named extends Pick<Dataset, 'figures' | 'documents'> {
  readonly folder: string
}

/** The figures of several data sets, each document once: a copy of bytes that another one holds too says nothing new. Documents
 * of different data sets that share an id are told apart by the folder. */
export const joinFigures = (sets: readonly Named[]): Figure[] => {
  const bytes = new Set<string>()
  const ids = new Set<string>()
  return sets.flatMap(({ folder, figures, documents }) => {
    const names = new Map<string, string>()
    for (const { document_id, sha256 } of documents) {
      if (sha256 !== null && bytes.has(sha256)) continue
      bytes.add(sha256 ?? document_id)
      const name = ids.has(document_id) ? `${folder}/${document_id}` : document_id
      ids.add(name)
      names.set(document_id, name)
    }
    return figures.flatMap((figure): Figure[] => {
      const name = names.get(figure.document_id)
      if (name === undefined) return []
      const rename = (id: string | null): string | null =>
        id === null ? null : `${name}${id.slice(figure.document_id.length)}`
      return [
        {
          ...figure,
          document_id: name,
          figure_id: rename(figure.figure_id) ?? '',
          programme_row_id: rename(figure.programme_row_id),
          compares_figure_id: rename(figure.compares_figure_id),
          duplicate_of_figure_id: rename(figure.duplicate_of_figure_id),
        },
      ]
    })
  })
}
