/** A PDF of hand-written parts, for tests. Content streams and objects are Latin-1 text. */
export interface PdfParts {
  /** One content stream a page. */
  readonly pages: readonly string[]
  /** Entries of every page's dictionary, such as /Rotate 90. */
  readonly pageEntries?: string
  /** Entries of every content stream's dictionary, such as its filter. */
  readonly contentEntries?: string
  /** Entries of the resources' dictionary. */
  readonly resources?: string
  /** Further objects, numbered from 4. */
  readonly objects?: readonly string[]
}

export const makePdf = (parts: PdfParts): Uint8Array => {
  const { pages, pageEntries = '', contentEntries = '', resources = '', objects = [] } = parts
  const first = 4 + objects.length
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 200 100] >>`,
    `<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> ${resources} >>`,
    ...objects,
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /Resources 3 0 R /Contents ${first + 2 * i + 1} 0 R ${pageEntries} >>`,
      `<< ${contentEntries} /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  return Buffer.from(withTable(bodies), 'latin1')
}

const withTable = (bodies: readonly string[]): string => {
  let file = '%PDF-1.7\n'
  const offsets = bodies.map((body, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const count = bodies.length + 1
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`
  return `${file}${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}

/** Objects 4 and 5 of a file: a font that is not embedded, written in the named Adobe-Japan1 encoding. */
export const japaneseFont = (encoding: string): string[] => [
  `<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /${encoding} /DescendantFonts [5 0 R] >>`,
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /DW 1000 ' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> ' +
    '/FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /ItalicAngle 0 /Ascent 880 ' +
    '/Descent -120 /CapHeight 700 /StemV 80 /FontBBox [0 -120 1000 880] >> >>',
]
