import type { Correction } from '../../model/correction.js'

/** What the browser keeps of a document between two visits. */
export interface Kept {
  /** What was saved when it was decided on. */
  readonly saved: readonly Correction[]
  readonly rows: readonly Correction[]
  /** What was last handed to the person as a file. */
  readonly handed: readonly Correction[] | null
}

interface OfDocument {
  readonly document_id: string
  readonly sha256: string | null
}

const keyOf = ({ document_id, sha256 }: OfDocument): string => `yosan corrections ${document_id} ${sha256}`

/** Null where nothing is kept, and where the browser keeps nothing of pages from disk. */
export const readKept = (document: OfDocument): Kept | null => {
  try {
    const kept: Partial<Kept> = JSON.parse(localStorage.getItem(keyOf(document)) ?? 'null') ?? {}
    const { saved, rows, handed } = kept
    return Array.isArray(saved) && Array.isArray(rows) ? { saved, rows, handed: handed ?? null } : null
  } catch {
    return null
  }
}

/** @param kept null forgets what was kept */
export const keep = (document: OfDocument, kept: Kept | null): void => {
  try {
    if (kept) localStorage.setItem(keyOf(document), JSON.stringify(kept))
    else localStorage.removeItem(keyOf(document))
  } catch {}
}
