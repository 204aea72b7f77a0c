import type { Correction } from '../../model/correction.js'
import type { ReviewData } from '../review-data.js'
import type { Corrections } from './corrections.js'
import { element } from './element.js'

/** Saves the corrections, and says what came of it in a sentence. */
export type Save = () => Promise<string>

export const saver = (data: ReviewData, corrections: Corrections): Save =>
  data.saving === 'server' ? toServer(data, corrections) : async () => download(corrections)

const download = (corrections: Corrections): string => {
  const address = URL.createObjectURL(new Blob([corrections.csv()], { type: 'text/csv;charset=utf-8' }))
  element('a', { href: address, download: 'corrections.csv' }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return 'ダウンロードした corrections.csv を yosan correct で取り込み、もう一度 yosan extract を実行してください。'
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
    const saved: Saved = await (await fetch(address)).json()
    revision = saved.revision
    corrections.settle(saved.rows)
  }
  const ready = read().catch(() => undefined)
  return async () => {
    await ready
    try {
      const sent = corrections.all()
      const body = JSON.stringify({ revision, rows: sent })
      const answer = await fetch(address, { method: 'PUT', headers: { 'content-type': 'application/json' }, body })
      if (answer.status === 409)
        return '別の画面で訂正が保存されました。このページを再読み込みしてから、もう一度保存してください。'
      if (!answer.ok) return `保存できませんでした：${await answer.text()}`
      const saved: Saved = await answer.json()
      revision = saved.revision
      corrections.settle(saved.rows, sent)
      return '保存しました。もう一度 yosan extract を実行すると反映されます。'
    } catch {
      return 'yosan serve に届きませんでした。訂正はこのブラウザーに残っています。'
    }
  }
}
