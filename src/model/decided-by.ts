import type { Decision } from './draft.js'

/** `field=rule` joined by `;`, as `figures` prints why its fields have their values; null for none. */
export const printDecisions = (decisions: readonly Pick<Decision, 'field' | 'rule'>[]): string | null =>
  decisions.length === 0 ? null : decisions.map(({ field, rule }) => `${field}=${rule}`).join(';')

/** What `printDecisions` printed. Nothing says any more how sure they were. */
export const readDecisions = (text: string | null): Decision[] =>
  (text?.split(';') ?? []).map((pair) => {
    const [field, rule] = pair.split('=')
    return { field: field as Decision['field'], rule: rule as Decision['rule'], sure: true }
  })
