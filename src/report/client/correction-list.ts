import type { Correction } from '../../model/correction.js'
import type { ReviewData } from '../review-data.js'
import type { Corrections } from './corrections.js'
import { byId, element } from './element.js'
import { saver } from './saving.js'

const actions: Readonly<Record<Correction['action'], string>> = {
  accept: '確認済み',
  correct: '訂正',
  reject: '金額ではない',
  withdraw: '取り消し',
}

/** What was decided of an item, in a word; null for nothing. */
export const actionOf = (correction: Correction | null): string | null => correction && actions[correction.action]

/** The corrections of the document, with the way to save them and to take each back. */
export class CorrectionList {
  private readonly list = byId('corrections', HTMLElement)
  private readonly save = byId('save', HTMLButtonElement)
  private readonly said = byId('save-said', HTMLElement)

  constructor(
    data: ReviewData,
    private readonly corrections: Corrections,
    isTyping: () => boolean,
  ) {
    const save = saver(data, corrections)
    this.save.textContent = data.saving === 'server' ? '訂正を保存' : 'corrections.csv をダウンロード'
    this.save.addEventListener('click', async () => {
      this.said.textContent = isTyping() ? typing : await save()
    })
    window.addEventListener('beforeunload', (event) => {
      if (corrections.isAtRisk() || isTyping()) event.preventDefault()
    })
  }

  show(): void {
    const rows = this.corrections.all()
    byId('correction-count', HTMLElement).textContent = String(rows.length)
    this.save.disabled = rows.length === 0 && !this.corrections.isUnsaved()
    if (this.corrections.isAtRisk()) this.said.textContent = '保存していない訂正があります。'
    this.list.replaceChildren(...rows.map((row) => element('li', {}, textOf(row), ' ', this.withdrawal(row))))
  }

  private withdrawal(row: Correction): HTMLElement {
    const made = element('button', { type: 'button', 'aria-label': `${textOf(row)}を取り消す` }, '取り消す')
    made.addEventListener('click', () => {
      this.corrections.withdraw(row)
      // The button is gone with its row.
      this.save.focus()
    })
    return made
  }
}

const typing = '入力した訂正がまだ記録されていません。「訂正を記録」を押すか、入力を消してください。'

const textOf = ({ action, page, line, raw, programme }: Correction): string =>
  [page === null ? `${line}行` : `${page}ページ`, raw, programme, actions[action]]
    .filter((part) => part !== null)
    .join(' ')
