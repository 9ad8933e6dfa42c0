interface Keeper {
  readonly id: string | undefined;
  flush(): Promise<unknown>;
}

/**
 * Files chosen before the draft stands on the server. Each goes up exactly once, as soon as the draft is there: also when
 * more is typed or chosen while its first save is on its way.
 */
export class HeldFiles {
  private files: readonly File[] = [];
  private isAsking = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly keeper: Keeper,
    private readonly send: (documentId: string, files: readonly File[]) => void,
  ) {}

  readonly current = (): readonly File[] => this.files;

  readonly listen = (callback: () => void): (() => void) => {
    this.listeners.add(callback);
    return () => {
      this.listeners.delete(callback);
    };
  };

  add(chosen: readonly File[]): void {
    this.set([...this.files, ...chosen]);
    void this.release();
  }

  drop(file: File): void {
    this.set(this.files.filter((one) => one !== file));
  }

  /** Has the draft kept for them, and sends them. */
  async release(): Promise<void> {
    this.sendIfKept();
    if (this.files.length === 0 || this.isAsking) {
      return;
    }
    this.isAsking = true;
    try {
      await this.keeper.flush();
    } finally {
      this.isAsking = false;
    }
    this.sendIfKept();
  }

  /** Takes them out and sends them in one step, so that nobody else finds them here any more. */
  sendIfKept(): void {
    const { files } = this;
    if (this.keeper.id === undefined || files.length === 0) {
      return;
    }
    this.set([]);
    this.send(this.keeper.id, files);
  }

  private set(files: readonly File[]): void {
    this.files = files;
    for (const callback of this.listeners) {
      callback();
    }
  }
}
