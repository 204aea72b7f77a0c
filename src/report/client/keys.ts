import { byId } from './element.js'

/** Keys that work wherever nothing is typed, unless the reader turns them off (WCAG 2.1.4). */
export const listenForKeys = (actions: Readonly<Record<string, () => void>>): void => {
  const isOn = byId('keys-on', HTMLInputElement)
  document.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event
    if (!isOn.checked || altKey || ctrlKey || metaKey) return
    if (target instanceof Element && target.closest('input, select, textarea')) return
    const action = actions[key]
    if (!action) return
    event.preventDefault()
    action()
  })
}
