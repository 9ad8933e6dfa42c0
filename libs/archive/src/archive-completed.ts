import { Injectable } from '@nestjs/common';
import type { ArchiveDirection } from '#contracts';
import { documentCompleted } from '#documents';
import { arrivalCompleted } from '#incoming';
import { foldVietnamese, newId } from '#kernel';
import { Database, LiveChannel, OnEvent, Outbox } from '#platform';
import { verifyArchiveEntryJob } from './verify-archive-entry.job.js';

interface Completion {
  readonly actorName: string;
  readonly at: Date;
}

interface Source {
  readonly agencyId: string;
  readonly issuerName: string;
  readonly typeName: string;
  readonly symbol: string;
  readonly subject: string;
  readonly issuedOn: string;
  readonly arrivalNumber: number | null;
  readonly digest: string;
  readonly restricted: boolean;
}

/** Where the two kinds of documents keep what the archive takes over. */
const sources: Readonly<Record<ArchiveDirection, { readonly row: string; readonly files: string }>> = {
  outgoing: {
    row: `
      SELECT document.agency_id AS "agencyId", document.issuer_name AS "issuerName", coalesce(document.type_name, type.name) AS "typeName",
             document.symbol, document.subject, document.issued_on AS "issuedOn", NULL AS "arrivalNumber",
             document.digest, document.restricted
        FROM documents AS document JOIN document_types AS type ON type.code = document.type_code
       WHERE document.id = $1`,
    files: 'SELECT position, file_name, size, digest FROM attachments WHERE document_id = $2',
  },
  incoming: {
    row: `
      SELECT agency_id AS "agencyId", sender_name AS "issuerName", type_name AS "typeName", symbol, subject,
             issued_on AS "issuedOn", arrival_number AS "arrivalNumber", digest, restricted
        FROM arrivals WHERE id = $1`,
    files: 'SELECT position, file_name, size, digest FROM arrival_attachments WHERE arrival_id = $2',
  },
};

/** Archives what was completed, in the transaction of the completion: fields, digest and the list of files. */
@Injectable()
export class ArchiveCompleted {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly live: LiveChannel,
  ) {}

  @OnEvent(documentCompleted)
  async onDocument(completed: Completion & { readonly documentId: string }): Promise<void> {
    await this.archive('outgoing', completed.documentId, completed);
  }

  @OnEvent(arrivalCompleted)
  async onArrival(completed: Completion & { readonly arrivalId: string }): Promise<void> {
    await this.archive('incoming', completed.arrivalId, completed);
  }

  private async archive(direction: ArchiveDirection, sourceId: string, completion: Completion): Promise<void> {
    await this.database.transaction(async () => {
      const [source] = await this.database.query<Source>(sources[direction].row, [sourceId]);
      if (source === undefined) {
        throw new Error(`there is nothing ${direction} with the id ${sourceId} to archive`);
      }
      const entryId = newId();
      if (!(await this.insertEntry(entryId, direction, sourceId, source, completion))) {
        return;
      }
      await this.database.query(
        `INSERT INTO archived_files (entry_id, position, file_name, size, digest)
         SELECT $1, file.* FROM (${sources[direction].files}) AS file`,
        [entryId, sourceId],
      );
      await this.outbox.add(verifyArchiveEntryJob, { entryId });
      await this.live.publish([source.agencyId], 'archive', entryId);
    });
  }

  /** False when the source was archived before: a completion told twice makes one entry. */
  private async insertEntry(
    id: string,
    direction: ArchiveDirection,
    sourceId: string,
    source: Source,
    { actorName, at }: Completion,
  ): Promise<boolean> {
    const { affected } = await this.database.execute(
      `INSERT INTO archive_entries (id, agency_id, direction, source_id, issuer_name, type_name, symbol, subject,
                                    issued_on, arrival_number, digest, archived_by, archived_at, search_text,
                                    restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (direction, source_id) DO NOTHING`,
      [
        id,
        source.agencyId,
        direction,
        sourceId,
        source.issuerName,
        source.typeName,
        source.symbol,
        source.subject,
        source.issuedOn,
        source.arrivalNumber,
        source.digest,
        actorName,
        at,
        foldVietnamese(`${source.symbol} ${source.subject} ${source.issuerName}`),
        source.restricted,
      ],
    );
    return affected === 1;
  }
}
