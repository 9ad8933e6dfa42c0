import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { allowsMove } from '../arrival-lifecycle.js';
import { Arrivals } from '../arrivals.js';

/** The clerk takes a scan off that is wrong or badly read; the trail keeps its digest. */
@Injectable()
export class RemoveScan {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `arrival.wrong-state`. */
  async execute(actor: Actor, arrivalId: string, scanId: string): Promise<void> {
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'scan');
      if (!allowsMove(arrival.state, 'scan')) {
        throw new DomainError('arrival.wrong-state');
      }
      const [removed] = await this.database.query<{ fileName: string; digest: string }>(
        `DELETE FROM arrival_attachments AS scan USING arrivals AS arrival
          WHERE scan.id = $1 AND arrival.id = $2 AND scan.arrival_id = arrival.id AND arrival.source = 'paper'
          RETURNING scan.file_name AS "fileName", scan.digest`,
        [scanId, arrivalId],
      );
      if (removed === undefined) {
        throw new DomainError('not-found');
      }
      await this.audit.record(actor, {
        action: 'arrival.scan-removed',
        objectType: 'arrival',
        objectId: arrivalId,
        note: removed.fileName,
        before: { id: scanId, ...removed },
      });
      await this.live.publish([arrival.agencyId], 'arrivals', arrivalId);
    });
  }
}
