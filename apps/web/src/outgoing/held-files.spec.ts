import { beforeEach, describe, expect, it } from 'vitest';
import { HeldFiles } from './held-files.js';

/** A keeper whose first save is answered when the test says so. */
class SlowKeeper {
  id: string | undefined;
  private answer: () => void = () => undefined;
  private saved: Promise<void> = Promise.resolve();

  begin(): void {
    this.saved = new Promise((resolve) => (this.answer = resolve));
  }

  flush(): Promise<void> {
    return this.saved;
  }

  async finish(id: string | undefined): Promise<void> {
    this.id = id;
    this.answer();
    await settle();
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const file = (name: string) => new File(['%PDF-1.7'], name);

let keeper: SlowKeeper;
let sent: string[];
let held: HeldFiles;

beforeEach(() => {
  keeper = new SlowKeeper();
  keeper.begin();
  sent = [];
  held = new HeldFiles(keeper, (documentId, files) => sent.push(...files.map(({ name }) => `${documentId} ${name}`)));
});

describe('files chosen before the draft is kept', () => {
  it('go up once, however often more is typed while the first save is on its way', async () => {
    held.add([file('a.pdf')]);
    void held.release();
    void held.release();
    await keeper.finish('d');
    void held.release();
    await settle();
    expect(sent).toEqual(['d a.pdf']);
    expect(held.current()).toEqual([]);
  });

  it('go up all, also those chosen while the first save is on its way, but not those taken back', async () => {
    const second = file('b.pdf');
    held.add([file('a.pdf')]);
    held.add([second, file('c.pdf')]);
    held.drop(second);
    await keeper.finish('d');
    expect(sent).toEqual(['d a.pdf', 'd c.pdf']);
  });

  it('stay and show while the line is lost, and go when a later save comes through by itself', async () => {
    held.add([file('a.pdf')]);
    await keeper.finish(undefined);
    expect(held.current()).toHaveLength(1);
    expect(sent).toEqual([]);
    keeper.id = 'd';
    held.sendIfKept();
    expect(sent).toEqual(['d a.pdf']);
  });

  it('go at once when the draft is there', () => {
    keeper.id = 'd';
    held.add([file('a.pdf')]);
    expect(sent).toEqual(['d a.pdf']);
  });
});
