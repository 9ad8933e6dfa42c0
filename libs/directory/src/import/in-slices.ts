import { setImmediate as nextTurn } from 'node:timers/promises';

/** Items that are taken in one go; others are served after each. */
const slice = 2_000;

/** Takes the items one after the other without keeping anybody waiting: a file may have a hundred thousand. */
export async function inSlices<Item>(items: Iterable<Item>, take: (item: Item) => void): Promise<void> {
  let taken = 0;
  for (const item of items) {
    take(item);
    taken += 1;
    if (taken % slice === 0) {
      await nextTurn();
    }
  }
}
