/** The codes that would stand under themselves, each way up followed once. */
export function findCycles(parentOf: ReadonlyMap<string, string | null>): Set<string> {
  const cyclic = new Set<string>();
  const settled = new Set<string>();
  for (const start of parentOf.keys()) {
    const way: string[] = [];
    const onWay = new Map<string, number>();
    let code: string | null | undefined = start;
    while (typeof code === 'string' && !settled.has(code) && !onWay.has(code)) {
      onWay.set(code, way.length);
      way.push(code);
      code = parentOf.get(code);
    }
    const from = typeof code === 'string' ? onWay.get(code) : undefined;
    for (const member of from === undefined ? [] : way.slice(from)) {
      cyclic.add(member);
    }
    for (const seen of way) {
      settled.add(seen);
    }
  }
  return cyclic;
}
