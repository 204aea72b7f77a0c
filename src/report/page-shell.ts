import type { Assets } from './assets.js'
import { Html, html } from './html.js'
import { policyOf } from './policy.js'
import type { Saving } from './review-data.js'

/** What says that a file is one of ours. */
export const generator = '<meta name="generator" content="yosan report">'

/** What says so of a page that stands in the folder of a report. */
export const partMark = '<meta name="yosan" content="part of a report">'

interface Shell {
  readonly title: string
  readonly assets: Assets
  readonly saving: Saving
  /** Whether other pages stand beside it. */
  readonly isPart: boolean
}

/** The head of every page, up to the beginning of its body. */
export const pageHead = ({ title, assets, saving, isPart }: Shell): Html => {
  const policy = policyOf({
    scripts: assets.script === '' ? [] : [assets.script],
    styles: [assets.style],
    ownServer: saving === 'server',
  })
  return html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${new Html(generator)}${isPart ? new Html(partMark) : null}
<title>${title}</title>
<style>${new Html(assets.style)}</style>
</head>
`
}

export const scriptOf = ({ script }: Assets): Html => html`<script>${new Html(script)}</script>
`

export const pageEnd = '</body>\n</html>\n'
