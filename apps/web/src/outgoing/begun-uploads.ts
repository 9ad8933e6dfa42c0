const key = 'vanthu.uploads';

/**
 * Which files this tab has begun to send, so that the same file chosen again after the page was loaded anew goes on
 * where it was. It goes with the tab: nobody else finds the names of files on a shared computer.
 */
export class BegunUploads {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'>) {}

  idOf(documentId: string, file: File): string | undefined {
    return this.read()[nameOf(documentId, file)];
  }

  remember(documentId: string, file: File, id: string): void {
    this.write({ ...this.read(), [nameOf(documentId, file)]: id });
  }

  forget(id: string): void {
    this.write(Object.fromEntries(Object.entries(this.read()).filter(([, known]) => known !== id)));
  }

  private read(): Record<string, string> {
    return JSON.parse(this.storage.getItem(key) ?? '{}') as Record<string, string>;
  }

  private write(begun: Record<string, string>): void {
    try {
      this.storage.setItem(key, JSON.stringify(begun));
    } catch {
      // A full or closed storage only costs the going on after a reload.
    }
  }
}

function nameOf(documentId: string, { name, size, lastModified }: File): string {
  return [documentId, size, lastModified, name].join(' ');
}
