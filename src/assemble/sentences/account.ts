import type { Headline } from '../headline.js'

/** The budget that a title names, without its year: `○○市一般会計予算` of `令和7年度○○市一般会計予算書`; null for other titles. */
export const accountOf = (headline: Headline | null): string | null => {
  const name = (headline?.printed ?? '').replace(/^.*?年度\s*/u, '').replace(/(?:\(案\)|書|の概要.*|\(第.*\))$/u, '')
  return /会計.*予算$/u.test(name) ? name : null
}

/** `補正後の一般会計予算額は`: the account that the words before a total name. */
export const accountBefore = (lead: string): string | null =>
  /(?:^|[の、])((?:一般|[一-龥]+(?:特別|事業|企業))会計)(?:の)?(?:予算)?(?:の)?(?:総額|額|規模)?(?:は|が)?、?(?:歳入歳出)?(?:それぞれ)?$/u.exec(
    lead,
  )?.[1] ?? null
