import { hasCode, mayPass } from '../api/problem.js';
import type { DocumentView, DraftDocument } from '../api/types.js';
import { bodyOf, canBeKept, fieldsOf, sameDraft, type DraftFields } from './draft-fields.js';

export type Keeping =
  | { readonly state: 'nothing' | 'unsaved' | 'saving' | 'lost' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'refused'; readonly error: unknown }
  | { readonly state: 'conflict'; readonly theirs: DocumentView };

export interface DraftStore {
  create(body: DraftDocument, intention: string): Promise<DocumentView>;
  update(id: string, body: DraftDocument, version: number): Promise<DocumentView>;
  read(id: string): Promise<DocumentView>;
}

/** Typing rests this long before a save; short enough that a closed lid loses a word at most. */
const restMs = 1000;
const tryAgainMs = 4000;

/**
 * Keeps a draft on the server while it is written: saves after a rest, one save at a time, tries again after a lost
 * line, and never writes over what someone else changed. A version that went up while the fields stayed the same, as
 * after a save whose answer was lost, is no conflict.
 */
export class DraftKeeper {
  private wanted: DraftFields | undefined;
  private kept: DraftFields | undefined;
  private document: DocumentView | undefined;
  private running: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private overrule = false;
  private keeping: Keeping = { state: 'nothing' };
  private readonly listeners = new Set<() => void>();
  private whenKept: (document: DocumentView) => void = () => undefined;

  constructor(
    private readonly store: DraftStore,
    private readonly intention: string,
  ) {}

  /** Calls back with the document after each save. */
  onKept(callback: (document: DocumentView) => void): void {
    this.whenKept = callback;
  }

  readonly current = (): Keeping => this.keeping;

  readonly listen = (callback: () => void): (() => void) => {
    this.listeners.add(callback);
    return () => {
      this.listeners.delete(callback);
    };
  };

  get id(): string | undefined {
    return this.document?.id;
  }

  get isDirty(): boolean {
    return this.wanted !== undefined && (this.kept === undefined || !sameDraft(this.wanted, this.kept));
  }

  open(document: DocumentView): void {
    this.document = document;
    this.kept = fieldsOf(document);
    this.wanted = this.kept;
    this.tell({ state: 'saved', at: document.updatedAt });
  }

  /** Learns that the version went up without the fields having changed. */
  notice(document: DocumentView): void {
    const isNewer = this.document?.id === document.id && document.version > this.document.version;
    if (isNewer && this.kept !== undefined && sameDraft(fieldsOf(document), this.kept)) {
      this.document = document;
    }
  }

  change(fields: DraftFields): void {
    this.wanted = fields;
    if (!this.isDirty) {
      return;
    }
    if (this.keeping.state !== 'conflict') {
      this.tell({ state: canBeKept(fields) ? 'unsaved' : 'nothing' });
      this.saveAfter(restMs);
    }
  }

  /** Saves now what is not saved yet, and answers the document once it stands on the server. */
  async flush(): Promise<DocumentView | undefined> {
    clearTimeout(this.timer);
    this.running = this.running.then(() => this.save());
    await this.running;
    return this.isDirty ? undefined : this.document;
  }

  /** Writes mine over theirs, after the person has seen that both exist. */
  async keepMine(): Promise<void> {
    if (this.keeping.state === 'conflict') {
      this.document = this.keeping.theirs;
      this.overrule = true;
      this.tell({ state: 'unsaved' });
      await this.flush();
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private saveAfter(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async save(): Promise<void> {
    const fields = this.wanted;
    if (fields === undefined || !this.isDirty || !canBeKept(fields) || this.keeping.state === 'conflict') {
      return;
    }
    this.tell({ state: 'saving' });
    try {
      const document = await this.write(fields);
      if (document === undefined) {
        return;
      }
      this.document = document;
      this.kept = fields;
      this.overrule = false;
      this.whenKept(document);
      this.tell(this.isDirty ? { state: 'unsaved' } : { state: 'saved', at: document.updatedAt });
      if (this.isDirty) {
        this.saveAfter(restMs);
      }
    } catch (error) {
      if (mayPass(error)) {
        this.tell({ state: 'lost' });
        this.saveAfter(tryAgainMs);
        return;
      }
      this.tell({ state: 'refused', error });
    }
  }

  private async write(fields: DraftFields): Promise<DocumentView | undefined> {
    if (this.document === undefined) {
      return this.store.create(bodyOf(fields), this.intention);
    }
    const { id, version } = this.document;
    try {
      return await this.store.update(id, bodyOf(fields), version);
    } catch (error) {
      if (!hasCode(error, 'document.stale')) {
        throw error;
      }
    }
    const theirs = await this.store.read(id);
    const onlyFilesChanged = this.kept !== undefined && sameDraft(fieldsOf(theirs), this.kept);
    if (onlyFilesChanged || this.overrule || sameDraft(fieldsOf(theirs), fields)) {
      return this.store.update(id, bodyOf(fields), theirs.version);
    }
    this.tell({ state: 'conflict', theirs });
    return undefined;
  }

  private tell(keeping: Keeping): void {
    this.keeping = keeping;
    for (const callback of this.listeners) {
      callback();
    }
  }
}
