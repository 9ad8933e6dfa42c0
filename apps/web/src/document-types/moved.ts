/** The list with one element moved by one place; the same list at its ends. */
export function moved<Element>(list: readonly Element[], element: Element, by: -1 | 1): readonly Element[] {
  const from = list.indexOf(element);
  const to = from + by;
  if (from === -1 || to < 0 || to >= list.length) {
    return list;
  }
  const others = list.filter((one) => one !== element);
  return [...others.slice(0, to), element, ...others.slice(to)];
}
