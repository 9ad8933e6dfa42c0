import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database } from '#platform';

interface OnPaper {
  readonly name: string;
}

/** Before a document is submitted, and before further copies are sent, every paper that goes out has its reason. */
@Injectable()
export class CheckPaperReasons {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `document.paper-reason-missing` with the first recipient that lacks one. */
  async execute(documentId: string, sending: number): Promise<void> {
    const [unreasoned] = await this.database.query<OnPaper>(
      `SELECT addressed.name
         FROM (SELECT 1 AS kind, addressed.position, agency.name, channel, paper_reason, paper_note
                 FROM document_recipients AS addressed JOIN agencies AS agency ON agency.id = addressed.agency_id
                WHERE document_id = $1 AND sending = $2
               UNION ALL
               SELECT 2, addressed.position, named.name, channel, paper_reason, paper_note
                 FROM document_recipient_groups AS addressed
                 JOIN recipient_groups AS named ON named.id = addressed.group_id
                WHERE document_id = $1 AND sending = $2
               UNION ALL
               SELECT 3, position, name, 'paper', paper_reason, paper_note
                 FROM document_external_recipients WHERE document_id = $1 AND sending = $2) AS addressed
         LEFT JOIN paper_reasons AS reason ON reason.code = addressed.paper_reason
        WHERE channel <> 'electronic' AND (reason.code IS NULL OR (reason.needs_words AND paper_note = ''))
        ORDER BY kind, addressed.position LIMIT 1`,
      [documentId, sending],
    );
    if (unreasoned !== undefined) {
      throw new DomainError('document.paper-reason-missing', { name: unreasoned.name });
    }
  }
}
