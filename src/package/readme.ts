import { type Column, headOf } from '../model/columns.js'
import { correctionsTable } from '../model/corrections-table.js'
import { plural } from '../plural.js'
import type { StoredFile, StoredTable } from './descriptor.js'
import type { Facts } from './facts.js'
import { gapsOf } from './gaps.js'
import { code, inline, link, table } from './markdown.js'
import type { Metadata } from './metadata.js'
import type { View } from './view.js'

export interface ReadmeContents {
  readonly metadata: Metadata
  readonly version: string
  readonly tables: readonly StoredTable[]
  readonly views: readonly StoredFile[]
  readonly forms: readonly View[]
  readonly facts: Facts
  readonly toolVersion: string
}

/** The README of a package: what it holds, how to read it, what is missing, how to cite it. */
export const readmeOf = (contents: ReadmeContents): string =>
  sections
    .map((section) => section(contents).trimEnd())
    .filter((section) => section !== '')
    .map((section) => `${section}\n`)
    .join('\n')

type Section = (contents: ReadmeContents) => string

const head: Section = ({
  metadata: { title, name },
  version,
  toolVersion,
  facts: { summary },
}) => `<!-- Made by yosan: every edition writes this file anew. -->

# ${inline(title)}

${code(name)} ${inline(version)}

予算資料に印刷された金額を、出どころとともに機械で読める形にしたデータです。資料 ${summary.documents.length} 件、金額 ${summary.figures} 件、事業 ${summary.programmes} 件。yosan ${toolVersion} が資料から抽出しました。

Amounts of money printed in budget documents, each with its source: ${summary.figures} figures of ${summary.programmes} programmes
in ${summary.documents.length} documents, extracted by yosan ${toolVersion}. This is a Data Package (\`datapackage.json\`, version 2 of the standard).
`

const contentsTable: Section = ({ tables, views, forms }) => `## ファイル / Files

${table(
  ['File', 'Rows', 'What it is'],
  tables.map(({ table: { japanese, description }, rows, file }) => [
    code(file.path),
    String(rows),
    `${japanese}. ${description}`,
  ]),
)}
Also \`changes.csv\`: each figure that was added, removed or changed since the edition before.
${
  forms.length === 0
    ? ''
    : `
The same rows in other forms, which are made of these files:

${forms.map(({ help }) => `- ${help}\n`).join('')}
${table(
  ['File', 'Bytes'],
  views.map(({ path, bytes }) => [code(path), String(bytes)]),
)}`
}`

const reading: Section = () => `## 読み方 / How to read the figures

- 金額は円の整数です。\`precision_yen\` は印刷された最後の桁の値、\`raw\` は印刷のままの金額です。
  Money is an integer in yen; \`precision_yen\` is the value of the last printed digit and \`raw\` the print itself.
- 空欄は値がないことを表し、理由は \`amount_status\` にあります（\`unpriced\` は事項要求、\`dash\` は「－」、\`blank\` は空欄、\`unreadable\` は読めない金額）。0 と印刷されたものだけが 0 です。
  An empty cell has no value; \`amount_status\` says why. Only what is printed as 0 is 0.
- \`part_of\`（内数）、\`reposted\`（再掲）、\`duplicate_of_figure_id\` のある金額は合計に加えません。補正予算は当初予算と段階が違います。
  Never add up figures with \`part_of\`, \`reposted\` or \`duplicate_of_figure_id\`; supplementary budgets are a stage of their own.
- 足し合わせるのは、同じ資料・年度・段階・階層の \`role\` = \`budget\` だけです。節は、その中の事業を含みます。歳入と歳出、合計の行を混ぜないでください。
  Add up only \`role\` = \`budget\` of one document, year, stage and level: a section holds its programmes, and totals and revenue are rows too.
- \`needs_review\` の金額は人の確認を待っています。理由は \`review_reasons\` にあります。
  Figures with \`needs_review\` wait for a person; \`review_reasons\` says why.
- 会計年度は 4 月の属する西暦年です。Fiscal years are named by the year of their April.
- \`;\` は一つの欄の中の区切りです。\`;\` parts several values in one cell.
`

const fields: Section = ({ tables }) =>
  `## 項目 / Fields\n\n${tables
    .map(({ table: { name, japanese, columns, keys } }) => {
      const rows = columns.map((column) => [
        code(column.name),
        headOf(column),
        typeOf(column),
        column.description.replaceAll('|', '\\|'),
      ])
      const key = keys.primary.length === 0 ? '' : `Key: ${keys.primary.map(code).join(', ')}\n\n`
      return `### ${name}（${japanese}）\n\n${key}${table(['Field', '日本語', 'Type', 'Meaning'], rows)}`
    })
    .join('\n')}`

const typeOf = ({ type, values, isNullable }: Column): string =>
  `${values ? values.map(code).join(' ') : type}${isNullable ? ', may be empty' : ''}`

const gaps: Section = ({ facts }) => `## 既知の欠落 / Known gaps

${gapsOf(facts)
  .map((line) => `- ${line}\n`)
  .join('')}`

const sources: Section = ({ facts: { documents } }) => `## 出典 / Sources

${table(
  ['Document', 'Title', 'Address', 'Retrieved', 'SHA-256'],
  documents.map(({ document_id, title, source_url, retrieved_at, sha256, file_name }) => [
    inline(document_id),
    inline(title),
    source_url === null ? `(local file ${inline(file_name)})` : link(source_url),
    retrieved_at ?? '',
    sha256 ?? '',
  ]),
)}`

/** Empty where nobody decided anything. */
const reviewed: Section = ({ facts: { summary }, tables }) => {
  const { accepted, corrected, rejected } = summary.corrections
  if (accepted + corrected + rejected === 0) return ''
  const list = tables.find(({ table: { name } }) => name === correctionsTable.name)
  const where = list
    ? { japanese: `一つひとつは ${code(list.file.path)} にあります。`, english: ` ${code(list.file.path)} lists them.` }
    : null
  return `## 訂正 / Corrections

- 人が紙面を見て、金額 ${accepted} 件を読み取りのまま認め、${corrected} 件を訂正し、${rejected} 件を除きました。${where?.japanese ?? ''}訂正した項目は \`decided_by\` に \`corrected_by_person\` とあり、\`raw\` は印刷のままです。
  People looked at pages and accepted ${plural(accepted, 'figure')} as read, corrected ${corrected} and rejected ${rejected}.${where?.english ?? ''} Corrected fields have \`corrected_by_person\` in \`decided_by\`; \`raw\` stays as printed.
`
}

const citing: Section = ({ metadata: { title, licence, contributors, homepage }, version, toolVersion }) => {
  const makers = contributors.map((contributor) => inline(contributor.title)).join(', ')
  const place = homepage === null ? '' : ` ${link(homepage)}`
  return `## 引用 / How to cite

> ${makers === '' ? '' : `${makers}. `}${inline(title)}, ${inline(version)}.${place} (${licence.name}; yosan ${toolVersion})

原資料は各府省・自治体の著作物です。下の「出典」の資料名とアドレスを挙げ、加工して作成した旨を記してください。
The documents belong to their publishers: name them and their addresses as below, and say that the data were made from them.

Licence of the data: [${licence.title}](${licence.path}). Changes between versions: \`CHANGES.md\`.
`
}

const sections: readonly Section[] = [head, contentsTable, reading, reviewed, gaps, citing, sources, fields]
