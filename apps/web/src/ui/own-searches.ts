/**
 * The searches that a box has asked for and that have not come back into the address yet. On a slow machine the next is
 * asked for before the last has come: it must not be taken for a change by somebody else, which would undo the letters
 * typed since.
 */
export class OwnSearches {
  private readonly underWay: string[] = [];

  ask(search: string, present: string): void {
    if (search !== (this.underWay.at(-1) ?? present)) {
      this.underWay.push(search);
    }
  }

  /** Whether what came into the address was asked for here; those asked for before it will not come any more. */
  hasAskedFor(search: string): boolean {
    const place = this.underWay.lastIndexOf(search);
    this.underWay.splice(0, place + 1);
    return place >= 0;
  }
}
