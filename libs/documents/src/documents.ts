import { Injectable } from '@nestjs/common';
import { type AccessFacts, StayReader } from '#access';
import type { Actor, DocumentAction, DocumentState, Urgency } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { type DocumentMove, documentMoves } from './document-lifecycle.js';
import { mayDo, mayReadDocument, type ReviewFacts } from './document-policy.js';
import { FileGate } from './examination/file-gate.js';
import { guardedColumns } from './guarded-columns.js';

/** The row that every use case looks at before it moves a document. */
export interface DocumentRow {
  readonly id: string;
  readonly agencyId: string;
  readonly drafterPostId: string;
  readonly signerPostId: string;
  readonly state: DocumentState;
  readonly version: number;
  readonly urgency: Urgency;
  readonly symbol: string | null;
  readonly digest: string | null;
  readonly access: AccessFacts;
  readonly reviewFacts: ReviewFacts;
  readonly isHeld: boolean;
}

/** Whoever writes rows that refer to it need not wait: its key never changes. */
const rowLock = 'FOR NO KEY UPDATE';

/** What a move changed, for the trail. */
export interface StateChange {
  readonly before: { readonly state: DocumentState };
  readonly after: { readonly state: DocumentState };
}

/** Reading and moving documents under their policy: the common first and last step of the use cases. */
@Injectable()
export class Documents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
    private readonly structure: AgencyStructure,
    private readonly stayReader: StayReader,
    private readonly gate: FileGate,
  ) {}

  /** @throws DomainError `not-found`, for what is not there and for what is not the actor’s alike. */
  async read(actor: Actor, id: string): Promise<DocumentRow> {
    return this.select(actor, id, '');
  }

  /** Reads a document and holds its row until the transaction ends. @throws DomainError `agency.reorganised`, `not-found`. */
  async hold(actor: Actor, id: string): Promise<DocumentRow> {
    await this.structure.hold(actor);
    return this.select(actor, id, rowLock);
  }

  /** Holds a document for what was ordered before and is done by the clock, when nobody asks. @throws DomainError `not-found`. */
  async holdForSystem(id: string): Promise<DocumentRow> {
    await this.structure.hold();
    const document = await this.find(id, rowLock);
    if (document === undefined) {
      throw new DomainError('not-found');
    }
    return document;
  }

  /**
   * Reads a document for a move and holds its row until the transaction ends, and the structure of the agencies before it.
   *
   * @throws DomainError `agency.reorganised`, `not-found`, `permission.denied`.
   */
  async readFor(actor: Actor, id: string, action: DocumentAction): Promise<DocumentRow> {
    // Before the document is held: what a look at its files gives is written down while nobody holds it.
    await this.gate.settle(id, action);
    const document = await this.hold(actor, id);
    if (!mayDo(actor, document, action)) {
      throw new DomainError('permission.denied');
    }
    await this.stayReader.execute(actor, 'document', document);
    return document;
  }

  /**
   * Moves the document to the next state by one guarded UPDATE; gives what that changed.
   *
   * @throws DomainError `document.wrong-state` when it has left the states from which the move begins.
   */
  async move(document: DocumentRow, action: DocumentMove): Promise<StateChange> {
    const { from, to } = documentMoves[action];
    await this.gate.check(document.id, action);
    const { affected } = await this.database.execute(
      `UPDATE documents SET state = coalesce($3, state), version = version + 1, updated_at = $4
        WHERE id = $1 AND state = ANY ($2)`,
      [document.id, from, to, this.clock.now()],
    );
    if (affected !== 1) {
      throw new DomainError('document.wrong-state', { state: document.state });
    }
    await this.live.publish([document.agencyId], 'documents', document.id);
    return { before: { state: document.state }, after: { state: to ?? document.state } };
  }

  /**
   * Holds the document open for a change of its files, which leaves the version of its fields as it is: an upload that
   * runs beside the writing must not make the writing stale.
   *
   * @throws DomainError `document.wrong-state` when its content is locked.
   */
  async touch(document: DocumentRow): Promise<void> {
    const { affected } = await this.database.execute(
      'UPDATE documents SET updated_at = $3 WHERE id = $1 AND state = ANY ($2)',
      [document.id, documentMoves.edit.from, this.clock.now()],
    );
    if (affected !== 1) {
      throw new DomainError('document.wrong-state', { state: document.state });
    }
    await this.live.publish([document.agencyId], 'documents', document.id);
  }

  private async select(actor: Actor, id: string, lock: '' | typeof rowLock): Promise<DocumentRow> {
    const document = await this.find(id, lock);
    if (document === undefined || !mayReadDocument(actor, document)) {
      throw new DomainError('not-found');
    }
    return document;
  }

  private async find(id: string, lock: '' | typeof rowLock): Promise<DocumentRow | undefined> {
    const [document] = await this.database.query<DocumentRow>(
      `SELECT id, version, urgency, symbol, digest, ${guardedColumns('documents')}
         FROM documents WHERE id = $1 ${lock}`,
      [id],
    );
    return document;
  }
}
