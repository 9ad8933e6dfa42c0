/** The items by a word of theirs, in the order in which they came. */
export function grouped<Item>(items: readonly Item[], wordOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const word = wordOf(item);
    groups.set(word, [...(groups.get(word) ?? []), item]);
  }
  return groups;
}
