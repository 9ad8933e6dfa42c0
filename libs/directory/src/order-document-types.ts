import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { DocumentTypes } from './document-types.js';

/** The order in which lists show the types. */
@Injectable()
export class OrderDocumentTypes {
  constructor(
    private readonly database: Database,
    private readonly types: DocumentTypes,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `document-type.order-stale` unless every type is named once. */
  async execute(actor: Actor, codes: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      const before = (await this.types.begin(actor)).map(({ code }) => code);
      const named = new Set(codes);
      if (named.size !== codes.length || codes.length !== before.length || !before.every((code) => named.has(code))) {
        throw new DomainError('document-type.order-stale');
      }
      await this.database.query(
        `UPDATE document_types AS type SET position = given.position
           FROM unnest($1::text[]) WITH ORDINALITY AS given(code, position) WHERE given.code = type.code`,
        [codes],
      );
      await this.audit.record(actor, {
        action: 'document-types.ordered',
        objectType: 'document-type',
        objectId: 'all',
        before: { codes: before },
        after: { codes: [...codes] },
      });
    });
  }
}
