import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';

/** Keeps the bodies outside the system that a document went to, so that they are offered the next time. */
@Injectable()
export class RememberExternalBodies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the sending. What a narrowed document went to is offered to nobody. */
  async execute(documentId: string, sending: number): Promise<void> {
    await this.database.query(
      `INSERT INTO external_bodies (id, agency_id, name, address, body_key, used_at)
       SELECT uuidv7(), document.agency_id, addressed.name, addressed.address, addressed.body_key, $3
         FROM document_external_recipients AS addressed JOIN documents AS document ON document.id = document_id
        WHERE document_id = $1 AND sending = $2 AND NOT document.restricted
        ORDER BY addressed.body_key
       ON CONFLICT (agency_id, body_key) DO UPDATE
          SET name = excluded.name, address = excluded.address, used_at = excluded.used_at`,
      [documentId, sending, this.clock.now()],
    );
  }
}
