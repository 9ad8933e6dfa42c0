import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import type { Json } from '#kernel';
import { LiveChannel } from '#platform';
import type { StateChange } from '../documents.js';

interface NumberChange {
  readonly entry: { readonly id: string; readonly agencyId: string };
  readonly note: string;
  readonly before: Json;
  readonly after: Json;
}

/** Puts what happened to a number on record, and tells those who have the register open. */
@Injectable()
export class RegisterRecord {
  constructor(
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  async ofNumber(
    actor: Actor,
    action: 'number.reserved' | 'number.cancelled',
    { entry, note, before, after }: NumberChange,
  ): Promise<void> {
    await this.audit.record(actor, {
      action,
      objectType: 'outgoing-entry',
      objectId: entry.id,
      note,
      before,
      after,
    });
    await this.live.publish([entry.agencyId], 'documents', entry.id);
  }

  async ofDocument(actor: Actor, documentId: string, reason: string, { before, after }: StateChange): Promise<void> {
    await this.audit.record(actor, {
      action: 'document.number-cancelled',
      objectType: 'document',
      objectId: documentId,
      note: reason,
      before: { ...before },
      after: { ...after, reason },
    });
  }
}
