import { Injectable } from '@nestjs/common';
import type { Actor, NewDocumentType } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { mayManageDocumentTypes } from './document-type-policy.js';

export interface DocumentTypeRow {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly position: number;
  readonly version: number;
  readonly validTo: string | null;
}

/** Any number that no other advisory lock of ours uses. */
const typesLock = 7_301_020;

/** What a change of the document types may not do, whoever changes them beside it. */
@Injectable()
export class DocumentTypes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes come one after the other, so that names that were free when they were checked still are when they are
   * written. Gives all types in their order.
   *
   * @throws DomainError `permission.denied`.
   */
  async begin(actor: Actor): Promise<DocumentTypeRow[]> {
    if (!mayManageDocumentTypes(actor)) {
      throw new DomainError('permission.denied');
    }
    await this.database.query('SELECT pg_advisory_xact_lock($1)', [typesLock]);
    return this.database.query<DocumentTypeRow>(
      `SELECT code, name, abbreviation, position, version, valid_to AS "validTo"
         FROM document_types ORDER BY position, code`,
    );
  }

  /** @throws DomainError `document-type.name-taken`, `document-type.abbreviation-taken`, also by a type out of use. */
  checkFree(types: readonly DocumentTypeRow[], { name, abbreviation }: NewDocumentType, ownCode: string | null): void {
    const others = types.filter(({ code }) => code !== ownCode);
    if (others.some((type) => type.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'))) {
      throw new DomainError('document-type.name-taken', { name });
    }
    const holder = abbreviation === null ? undefined : others.find((type) => type.abbreviation === abbreviation);
    if (holder !== undefined) {
      throw new DomainError('document-type.abbreviation-taken', {
        abbreviation: abbreviation ?? '',
        name: holder.name,
      });
    }
  }

  /** @throws DomainError `document-type.last` when no type would be left to draft with. */
  checkOneIsLeft(
    types: readonly DocumentTypeRow[],
    retired: { readonly code: string; readonly validTo: string | null },
  ): void {
    const today = dayOf(this.clock.now());
    const isInUse = ({ validTo }: { readonly validTo: string | null }): boolean => validTo === null || validTo >= today;
    if (!isInUse(retired) && !types.some((type) => type.code !== retired.code && isInUse(type))) {
      throw new DomainError('document-type.last');
    }
  }
}
