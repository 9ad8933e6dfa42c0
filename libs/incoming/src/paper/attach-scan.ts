import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { KeepFile, LookAtScan, mediaTypeOf } from '#documents';
import { DomainError } from '#kernel';
import { Database, LiveChannel, type StoredFile } from '#platform';
import { allowsMove } from '../arrival-lifecycle.js';
import { Arrivals } from '../arrivals.js';

export interface AttachScanCommand {
  readonly arrivalId: string;
  /** Made by the client, so that a scan sent again after a lost answer is the same one. */
  readonly scanId: string;
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Why a line that reads like a mark of secrecy is none. */
  readonly noMarkBecause: string | undefined;
}

interface Scan extends StoredFile {
  readonly mediaType: string;
  /** Dots per inch; null where it is not told. */
  readonly dpi: number | null;
}

/** What scanners make: kept as it is, shown as PDF. */
const scanKinds: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/tiff']);

/** [own] In bytes: it is looked at in memory. Five hundred pages in black and white are a tenth of it. */
const largestScan = 100 * 1024 * 1024;

/** The clerk attaches the scan of a paper that is in the incoming register (Decree 30/2020, Art. 22). */
@Injectable()
export class AttachScan {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly keepFile: KeepFile,
    private readonly lookAtScan: LookAtScan,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `arrival.wrong-state`, `scan.kind-refused`,
   * `attachment.id-reused`, and what KeepFile and LookAtScan refuse.
   */
  async execute(actor: Actor, command: AttachScanCommand): Promise<void> {
    await this.database.transaction(() => this.hold(actor, command.arrivalId));
    const scan = await this.keep(command);
    await this.database.transaction(async () => {
      const { agencyId } = await this.hold(actor, command.arrivalId);
      if (await this.isKnown(command, scan)) {
        return;
      }
      await this.insert(command, scan);
      await this.audit.record(actor, {
        action: 'arrival.scan-attached',
        objectType: 'arrival',
        objectId: command.arrivalId,
        note: command.noMarkBecause ?? command.fileName,
        after: { id: command.scanId, fileName: command.fileName, digest: scan.digest },
      });
      await this.live.publish([agencyId], 'arrivals', command.arrivalId);
    });
  }

  private async hold(actor: Actor, arrivalId: string): Promise<{ agencyId: string }> {
    const arrival = await this.arrivals.readFor(actor, arrivalId, 'scan');
    const [paper] = await this.database.query(`SELECT 1 FROM arrivals WHERE id = $1 AND source = 'paper'`, [arrivalId]);
    if (paper === undefined || !allowsMove(arrival.state, 'scan')) {
      throw new DomainError('arrival.wrong-state');
    }
    return arrival;
  }

  private async keep({ fileName, content, noMarkBecause }: AttachScanCommand): Promise<Scan> {
    const mediaType = mediaTypeOf(fileName);
    if (!scanKinds.has(mediaType)) {
      throw new DomainError('scan.kind-refused', { fileName });
    }
    let dpi: number | null = null;
    const stored = await this.keepFile.execute({
      fileName,
      content,
      maxBytes: largestScan,
      look: async (staged) => {
        const hasNoMark = (noMarkBecause ?? '') !== '';
        dpi = await this.lookAtScan.execute({ fileName, mediaType, staged, hasNoMark });
      },
    });
    return { ...stored, mediaType, dpi };
  }

  private async isKnown({ arrivalId, scanId, fileName }: AttachScanCommand, { digest }: Scan): Promise<boolean> {
    const [known] = await this.database.query<{ isSame: boolean }>(
      `SELECT arrival_id = $2 AND file_name = $3 AND digest = $4 AS "isSame" FROM arrival_attachments WHERE id = $1`,
      [scanId, arrivalId, fileName, digest],
    );
    if (known?.isSame === false) {
      throw new DomainError('attachment.id-reused');
    }
    return known !== undefined;
  }

  private async insert(
    { arrivalId, scanId, fileName }: AttachScanCommand,
    { mediaType, size, digest, dpi }: Scan,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO arrival_attachments (id, arrival_id, position, file_name, media_type, size, digest, dpi)
       SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7
         FROM arrival_attachments WHERE arrival_id = $2`,
      [scanId, arrivalId, fileName, mediaType, size, digest, dpi],
    );
  }
}
