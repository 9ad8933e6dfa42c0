/** The list with one thing at another place; those between move up or down by one. */
export function placedAt(ids: readonly string[], id: string, place: number): readonly string[] {
  const others = ids.filter((one) => one !== id);
  return others.length === ids.length ? ids : [...others.slice(0, place), id, ...others.slice(place)];
}

/** Uploads end in any order: those that were chosen together stand behind the others as they were chosen. */
export function inChosenOrder(standing: readonly string[], chosen: readonly string[]): readonly string[] {
  return [...standing.filter((id) => !chosen.includes(id)), ...chosen.filter((id) => standing.includes(id))];
}

export function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
