/** Refusals of one person a minute that each get an entry [own]; what comes on top is counted and told in one. */
export const eachTold = 20;

/** What was refused to one person beyond what was told one by one. */
export interface Surplus<Who> {
  readonly who: Who;
  readonly count: number;
}

/**
 * Keeps somebody who is refused again and again from filling the trail: counts by the minute, in this process.
 * Forgets at each `takeSurplus`, so it holds as many people as were refused something within a minute.
 */
export class RefusalCounter<Who> {
  private counts = new Map<string, { readonly who: Who; count: number }>();

  /** Whether this refusal gets an entry of its own. */
  add(key: string, who: Who): boolean {
    const known = this.counts.get(key) ?? { who, count: 0 };
    known.count += 1;
    this.counts.set(key, known);
    return known.count <= eachTold;
  }

  /** What was only counted since the last time. */
  takeSurplus(): Surplus<Who>[] {
    const counted = [...this.counts.values()];
    this.counts = new Map();
    return counted.filter(({ count }) => count > eachTold).map(({ who, count }) => ({ who, count: count - eachTold }));
  }
}
