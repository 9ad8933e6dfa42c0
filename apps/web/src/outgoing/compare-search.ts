export interface CompareSearch {
  from?: number;
  to?: number;
}

/** Which two versions are compared; the last two where the address does not say. */
export function compareSearch(search: Record<string, unknown>): CompareSearch {
  return { ...numberIn('from', search['from']), ...numberIn('to', search['to']) };
}

function numberIn(name: 'from' | 'to', value: unknown): CompareSearch {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? { [name]: number } : {};
}
