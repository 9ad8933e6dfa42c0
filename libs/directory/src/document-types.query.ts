import { Injectable } from '@nestjs/common';
import type { DocumentTypeView } from '#contracts';
import { Database } from '#platform';

/** The types of documents in the order of Decree 30/2020, Art. 7. */
@Injectable()
export class DocumentTypesQuery {
  constructor(private readonly database: Database) {}

  async all(): Promise<DocumentTypeView[]> {
    return this.database.query<DocumentTypeView>(
      'SELECT code, name, abbreviation FROM document_types ORDER BY position',
    );
  }
}
