import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, EditDocumentType as Fields } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { DocumentTypes } from './document-types.js';

interface EditTypeCommand {
  readonly code: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly fields: Fields;
}

/**
 * A type is renamed, gets another abbreviation, or goes out of use and back. What was issued keeps the name and the
 * symbol of its day.
 */
@Injectable()
export class EditDocumentType {
  constructor(
    private readonly database: Database,
    private readonly types: DocumentTypes,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `permission.denied`, `not-found`, `document-type.stale`, `document-type.name-taken`,
   * `document-type.abbreviation-taken`, `document-type.last`.
   */
  async execute(actor: Actor, { code, version, fields }: EditTypeCommand): Promise<void> {
    await this.database.transaction(async () => {
      const types = await this.types.begin(actor);
      const type = types.find((one) => one.code === code);
      if (type === undefined) {
        throw new DomainError('not-found');
      }
      this.types.checkFree(types, fields, code);
      this.types.checkOneIsLeft(types, { code, validTo: fields.validTo });
      const { affected } = await this.database.execute(
        `UPDATE document_types SET name = $3, abbreviation = $4, valid_to = $5, version = version + 1
          WHERE code = $1 AND version = $2`,
        [code, version, fields.name, fields.abbreviation, fields.validTo],
      );
      if (affected !== 1) {
        throw new DomainError('document-type.stale');
      }
      await this.audit.record(actor, {
        action: 'document-type.edited',
        objectType: 'document-type',
        objectId: code,
        note: fields.name,
        before: { name: type.name, abbreviation: type.abbreviation, validTo: type.validTo },
        after: { ...fields },
      });
    });
  }
}
