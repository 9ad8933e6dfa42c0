/** What is chosen in a list, and the last one that was touched: a range reaches from there. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly last: string | null;
}

export const nothingSelected: Selection = { ids: new Set(), last: null };

/** [own] As many as one wish takes. */
export const mostSelected = 100;

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id) && next.size < mostSelected) {
    next.add(id);
  }
  return { ids: next, last: id };
}

/** From the last one touched to this one, in the order of the list; without a last one, this one alone. */
export function reachedTo(selection: Selection, id: string, shown: readonly string[]): Selection {
  const from = shown.indexOf(selection.last ?? id);
  const to = shown.indexOf(id);
  if (from === -1 || to === -1) {
    return toggled(selection, id);
  }
  return added(selection, shown.slice(Math.min(from, to), Math.max(from, to) + 1), id);
}

export function added(selection: Selection, more: readonly string[], last = selection.last): Selection {
  return { ids: new Set([...selection.ids, ...more].slice(0, mostSelected)), last };
}

/** What was done leaves the selection; what was refused stays, to be tried again. */
export function without(selection: Selection, done: ReadonlySet<string>): Selection {
  return { ...selection, ids: new Set([...selection.ids].filter((id) => !done.has(id))) };
}
