export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

function sorted(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map((item: Json) => sorted(item));
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as { [key: string]: Json | undefined });
    return Object.fromEntries(
      entries
        .filter((entry): entry is [string, Json] => entry[1] !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, sorted(item)]),
    );
  }
  return value;
}

/** JSON with the keys of every object in code-unit order and no spaces: the same value always gives the same text. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sorted(value));
}
