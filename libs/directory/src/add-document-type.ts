import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, maxDocumentTypes, type NewDocumentType } from '#contracts';
import { DomainError, foldVietnamese } from '#kernel';
import { Database } from '#platform';
import { DocumentTypes } from './document-types.js';

/** A province takes a type of its own into use (Decree 30/2020, Art. 7 and Annex III). */
@Injectable()
export class AddDocumentType {
  constructor(
    private readonly database: Database,
    private readonly types: DocumentTypes,
    private readonly audit: Audit,
  ) {}

  /** Gives its code. @throws DomainError `permission.denied`, `document-type.name-taken`, `document-type.abbreviation-taken`, `document-type.too-many`. */
  async execute(actor: Actor, wish: NewDocumentType): Promise<string> {
    return this.database.transaction(async () => {
      const types = await this.types.begin(actor);
      this.types.checkFree(types, wish, null);
      if (types.length >= maxDocumentTypes) {
        throw new DomainError('document-type.too-many', { max: maxDocumentTypes });
      }
      const code = freeCode(wish.name, new Set(types.map((type) => type.code)));
      await this.database.query(
        'INSERT INTO document_types (code, name, abbreviation, position) VALUES ($1, $2, $3, $4)',
        [code, wish.name, wish.abbreviation, Math.max(0, ...types.map(({ position }) => position)) + 1],
      );
      await this.audit.record(actor, {
        action: 'document-type.added',
        objectType: 'document-type',
        objectId: code,
        note: wish.name,
        after: { ...wish },
      });
      return code;
    });
  }
}

/** The name in plain letters, with a number behind it where another type has that already. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const plain = foldVietnamese(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 36);
  const base = plain === '' ? 'loai' : plain;
  let code = base;
  for (let number = 2; taken.has(code); number += 1) {
    code = `${base}-${number}`;
  }
  return code;
}
