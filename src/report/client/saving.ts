import type { Correction } from '../../model/correction.js'
import type { ReviewData } from '../review-data.js'
import type { Corrections } from './corrections.js'
import { element } from './element.js'

/** Saves the corrections, and says what came of it in a sentence. */
export type Save = () => Promise<string>

export const saver = (data: ReviewData, corrections: Corrections): Save =>
  data.saving === 'server' ? toServer(data, corrections) : async () => download(corrections)

const download = (corrections: Corrections): string => {
  const address = URL.createObjectURL(new Blob([corrections.handOut()], { type: 'text/csv;charset=utf-8' }))
  element('a', { href: address, download: 'corrections.csv' }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return 'ダウンロードしました。yosan correct で取り込み、もう一度 yosan extract を実行すると反映されます。'
}

/** What the server has of a document; `revision` tells whether another page has saved since. */
interface Saved {
  readonly revision: string
  readonly rows: readonly Correction[]
}

const toServer = ({ document }: ReviewData, corrections: Corrections): Save => {
  const address = `corrections/${encodeURIComponent(document.document_id)}`
  let revision: string | null = null
  const read = async (): Promise<void> => {
    const answer = await fetch(address)
    if (!answer.ok) throw new Refusal(await answer.text())
    const saved: Saved = await answer.json()
    revision = saved.revision
    corrections.settle(saved.rows)
  }
  const write = async (): Promise<string> => {
    // What could not be read at first may have been mended since.
    if (revision === null) await read()
    const sent = corrections.all()
    const body = JSON.stringify({ revision, rows: sent })
    const answer = await fetch(address, { method: 'PUT', headers: { 'content-type': 'application/json' }, body })
    if (answer.status === 409) return overtaken
    if (!answer.ok) throw new Refusal(await answer.text())
    const saved: Saved = await answer.json()
    revision = saved.revision
    corrections.settle(saved.rows, sent)
    return '保存しました。もう一度 yosan extract を実行し、yosan serve を起動し直すと反映されます。'
  }
  const ready = read().catch(() => undefined)
  return async () => {
    await ready
    return write().catch((error: unknown) =>
      error instanceof Refusal
        ? `保存できませんでした（${error.message}）`
        : 'yosan serve に届きませんでした。訂正はこのブラウザーに残っています。',
    )
  }
}

const overtaken = '別の画面で訂正が保存されました。このページを再読み込みしてから、もう一度保存してください。'

/** What the server says against it. */
class Refusal extends Error {}
