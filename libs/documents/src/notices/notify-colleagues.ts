import { Injectable } from '@nestjs/common';
import { AdmitReaders } from '#access';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';

/**
 * Puts a document that is sent into the box of the colleagues whom it is for, to know. Whose agency was reorganised
 * meanwhile gets it at the successor; whoever else no longer holds the post gets nothing, and the page says so; a narrowing names those who get it among its readers, since somebody chose them.
 * [own]
 */
@Injectable()
export class NotifyColleagues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly admitReaders: AdmitReaders,
  ) {}

  /** In the transaction of the sending. Gives how many were told. */
  async execute(documentId: string, sending: number): Promise<number> {
    const now = this.clock.now();
    const told = await this.database.query<{ readerPostId: string }>(
      `INSERT INTO document_notices (document_id, post_id, reader_post_id, sent_at)
       SELECT DISTINCT ON (post.id) addressed.document_id, post.id, reader.id, $3
         FROM document_informed_posts AS addressed JOIN posts AS post ON post.id = addressed.post_id
         JOIN posts AS reader ON reader.person_id = post.person_id
          AND (reader.id = post.id
               OR (reader.role = post.role AND reader.agency_id <> post.agency_id
                   AND reader.agency_id = lead_successor(post.agency_id)))
        WHERE addressed.document_id = $1 AND addressed.sending = $2
          AND reader.valid_from <= $4 AND (reader.valid_to IS NULL OR reader.valid_to >= $4)
        ORDER BY post.id, reader.id
       RETURNING reader_post_id AS "readerPostId"`,
      [documentId, sending, now, dayOf(now)],
    );
    await this.admitReaders.execute(
      'document',
      documentId,
      told.map(({ readerPostId }) => readerPostId),
    );
    return told.length;
  }
}
