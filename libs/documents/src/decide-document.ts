import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, SigningForm } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { allowsMove } from './document-lifecycle.js';
import { type DocumentRow, Documents } from './documents.js';
import { Opinions } from './reviews/opinions.js';
import { formOfStandIn } from './signature-line.js';
import { StandInRecord } from './stand-in-record.js';
import { WorkTimers } from './timers/work-timers.js';

/** The leader approves a submitted document: its content is locked from here. */
@Injectable()
export class ApproveDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly standIn: StandInRecord,
    private readonly opinions: Opinions,
    private readonly timers: WorkTimers,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.wrong-state`, `document.signing-form-refused`. */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'approve');
      const onBehalfOf = await this.standIn.absentee(actor, document.signerPostId);
      // Before the move, which locks it; who comes too late is told by the move.
      const isOpen = allowsMove(document.state, 'approve');
      const form = isOpen ? await this.sign(actor, document, onBehalfOf?.postId ?? null) : null;
      const change = await this.documents.move(document, 'approve');
      await this.timers.begin(documentId, document.urgency);
      await this.opinions.add(actor, { documentId, kind: 'approved', text: '', onBehalfOf });
      await this.audit.record(actor, {
        action: 'document.approved',
        objectType: 'document',
        objectId: documentId,
        data: onBehalfOf === null ? { signingForm: form } : { signingForm: form, onBehalfOf },
        before: { ...change.before, signerPostId: document.signerPostId },
        after: { ...change.after, signerPostId: onBehalfOf === null ? document.signerPostId : actor.postId },
      });
    });
  }

  /** A stand-in becomes the signer, in their own name; on whose behalf stays with the document. Gives the form. */
  private async sign(actor: Actor, { id }: DocumentRow, absentPostId: string | null): Promise<SigningForm | null> {
    const [given] = await this.database.query<{ chosen: SigningForm | null; allowed: SigningForm[] }>(
      `SELECT document.signing_form AS chosen, post.signing_forms AS allowed
         FROM documents AS document JOIN posts AS post ON post.id = $2 WHERE document.id = $1`,
      [id, actor.postId],
    );
    const { chosen = null, allowed = [] } = given ?? {};
    if (absentPostId === null) {
      if (chosen !== null && !allowed.includes(chosen)) {
        throw new DomainError('document.signing-form-refused', { form: `${chosen}.` });
      }
      return chosen;
    }
    const form = formOfStandIn(chosen, allowed);
    await this.database.query(
      'UPDATE documents SET signer_post_id = $2, signing_form = $3, on_behalf_of_post_id = $4 WHERE id = $1',
      [id, actor.postId, form, absentPostId],
    );
    return form;
  }
}

/** The leader gives a submitted document back to its drafter with an opinion, which stays with it. */
@Injectable()
export class ReturnDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly opinions: Opinions,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, documentId: string, opinion: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'return');
      const change = await this.documents.move(document, 'return');
      await this.opinions.add(actor, { documentId, kind: 'returned', text: opinion });
      await this.audit.record(actor, {
        action: 'document.returned',
        objectType: 'document',
        objectId: documentId,
        note: opinion,
        ...change,
      });
    });
  }
}
