import { inSlices } from './in-slices.js';

/** The codes that would stand under themselves, each way up followed once. */
export async function findCycles(parentOf: ReadonlyMap<string, string | null>): Promise<Set<string>> {
  const cyclic = new Set<string>();
  /** From where each code was come by. */
  const seenFrom = new Map<string, string>();
  await inSlices(parentOf.keys(), (start) => {
    let code: string | null | undefined = start;
    while (typeof code === 'string' && !seenFrom.has(code)) {
      seenFrom.set(code, start);
      code = parentOf.get(code);
    }
    // Met again on the way up from the same start: once around the ring.
    while (typeof code === 'string' && seenFrom.get(code) === start && !cyclic.has(code)) {
      cyclic.add(code);
      code = parentOf.get(code);
    }
  });
  return cyclic;
}
