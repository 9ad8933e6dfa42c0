import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { Addressed } from './addressed.js';
import { earlierRecipients } from './addressed-recipients.js';
import { bodyKey } from './body-key.js';

/** Further copies go to those who have none yet: nobody gets the same document twice. */
@Injectable()
export class CheckCopies {
  constructor(private readonly database: Database) {}

  /**
   * In the transaction that holds the document, before the recipients of this sending are written.
   *
   * @throws DomainError `document.recipient-has-copy` with the first recipient that has one.
   */
  async execute(documentId: string, addressed: Addressed, sending: number): Promise<void> {
    const [known] = await this.database.query<{ name: string }>(
      `WITH earlier AS (${earlierRecipients('$1', '$2')})
       SELECT name FROM agencies
        WHERE id = ANY ($3::uuid[]) AND lead_successor(id) IN (SELECT standing_id FROM earlier)
       UNION ALL
       SELECT named.name FROM document_recipient_groups AS former JOIN recipient_groups AS named ON named.id = group_id
        WHERE document_id = $1 AND group_id = ANY ($4::uuid[])
       UNION ALL
       SELECT name FROM document_external_recipients WHERE document_id = $1 AND body_key = ANY ($5::text[])
       UNION ALL
       SELECT person.full_name FROM document_informed_posts AS former
         JOIN posts AS post ON post.id = former.post_id JOIN people AS person ON person.id = post.person_id
        WHERE document_id = $1 AND former.post_id = ANY ($6::uuid[])
       LIMIT 1`,
      [
        documentId,
        sending,
        addressed.recipients.map(({ agencyId }) => agencyId),
        addressed.groups.map(({ groupId }) => groupId),
        addressed.externals.map(bodyKey),
        addressed.people.map(({ postId }) => postId),
      ],
    );
    if (known !== undefined) {
      throw new DomainError('document.recipient-has-copy', { name: known.name });
    }
  }
}
