import type { DocumentRow } from '../model/document.js'

/** Name of the page that leads to all others. */
export const homePage = 'index.html'

/** Ids are made of names of files, so they may hold anything but `/`; pages have names that any disk and address takes. */
export const pageNames = (documents: readonly DocumentRow[]): ReadonlyMap<string, string> => {
  const taken = new Set([homePage])
  return new Map(
    documents.map(({ document_id }) => {
      const plain = document_id
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}._-]/gu, '_')
        .slice(0, 60)
        .replace(/\p{Surrogate}/gu, '')
      let name = `${plain}.html`
      for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}.html`
      taken.add(name.toLowerCase())
      return [document_id, name]
    }),
  )
}
