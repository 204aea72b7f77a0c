/** Gives as many items as can be a partner of their own, by the item. One that comes earlier has a partner if it can have one,
 * whatever comes later. */
export const pairUp = <Item, Partner>(
  items: readonly Item[],
  partnersOf: (item: Item) => readonly Partner[],
): ReadonlyMap<Item, Partner> => {
  const pairs = new Map<Item, Partner>()
  const holders = new Map<Partner, Item>()
  const seat = (item: Item, tried: Set<Partner>): boolean => {
    const partners = partnersOf(item)
    const free = partners.find((partner) => !holders.has(partner))
    const won = free ?? partners.find((partner) => isGivenUp(partner, tried))
    if (won === undefined) return false
    pairs.set(item, won)
    holders.set(won, item)
    return true
  }
  const isGivenUp = (partner: Partner, tried: Set<Partner>): boolean => {
    if (tried.has(partner)) return false
    tried.add(partner)
    return seat(holders.get(partner) as Item, tried)
  }
  for (const item of items) seat(item, new Set())
  return pairs
}
