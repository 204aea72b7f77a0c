/** Items of a list by a key, both in their order; those without a key are left out. */
export const groupBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | null): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
