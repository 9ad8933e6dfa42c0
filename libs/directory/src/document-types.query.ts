import { Injectable } from '@nestjs/common';
import { type Actor, type DocumentTypeView, type KeptDocumentType } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { mayManageDocumentTypes } from './document-type-policy.js';

/** The condition that a type can be chosen on a day. */
export function isTypeInUse(type: string, day: string): string {
  return `(${type}.valid_to IS NULL OR ${type}.valid_to >= ${day})`;
}

/** The types of documents in the order of their list, at first that of Decree 30/2020, Art. 7. */
@Injectable()
export class DocumentTypesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that a draft can choose today. */
  async inUse(): Promise<DocumentTypeView[]> {
    return this.database.query<DocumentTypeView>(
      `SELECT code, name, abbreviation FROM document_types AS type
        WHERE ${isTypeInUse('type', '$1')} ORDER BY position, code`,
      [dayOf(this.clock.now())],
    );
  }

  /** Those that are no longer used too. @throws DomainError `permission.denied`. */
  async kept(actor: Actor): Promise<KeptDocumentType[]> {
    if (!mayManageDocumentTypes(actor)) {
      throw new DomainError('permission.denied');
    }
    return this.select('true', []);
  }

  /** @throws DomainError `not-found`. */
  async view(actor: Actor, code: string): Promise<KeptDocumentType> {
    const [type] = mayManageDocumentTypes(actor) ? await this.select('code = $2', [code]) : [];
    if (type === undefined) {
      throw new DomainError('not-found');
    }
    return type;
  }

  private async select(condition: string, values: readonly string[]): Promise<KeptDocumentType[]> {
    return this.database.query<KeptDocumentType>(
      `SELECT code, name, abbreviation, version, valid_to AS "validTo", ${isTypeInUse('type', '$1')} AS "isInUse"
         FROM document_types AS type WHERE ${condition} ORDER BY position, code`,
      [dayOf(this.clock.now()), ...values],
    );
  }
}
