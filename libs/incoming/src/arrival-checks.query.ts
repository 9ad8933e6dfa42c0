import { Injectable } from '@nestjs/common';
import type { Actor, ArrivalCheck, CheckOutcome, MalwareState, StampState, UnreadReason } from '#contracts';
import { Database, FileDamaged, FileMissing, FileStore, verified } from '#platform';
import { Arrivals } from './arrivals.js';
import { SameArrivalsQuery } from './same-arrivals.query.js';

/** [own] In bytes of all files: reading and hashing them takes about a second. */
const mostBytes = 200 * 1024 * 1024;

interface Sealed {
  /** Whether fields and list of files are those that the sender sealed. */
  readonly isAsSealed: boolean;
  readonly isForSuccessor: boolean;
}

interface File {
  readonly fileName: string;
  readonly digest: string;
  readonly size: number;
  readonly isSent: boolean;
  readonly malware: MalwareState;
  readonly stamp: StampState;
  readonly unread: UnreadReason | null;
}

const rank: readonly CheckOutcome[] = ['ok', 'unknown', 'care', 'bad'];

/**
 * What the clerk sees before accepting (Decree 30/2020, Art. 21: authenticity, integrity, addressee): the bytes are read
 * and hashed when it is asked, the looks at the files are those that the sender’s side had to pass.
 */
@Injectable()
export class ArrivalChecksQuery {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly arrivals: Arrivals,
    private readonly same: SameArrivalsQuery,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`. */
  async of(actor: Actor, arrivalId: string): Promise<ArrivalCheck[]> {
    await this.arrivals.readable(actor, arrivalId, 'accept');
    const { isAsSealed, isForSuccessor } = await this.sealed(arrivalId);
    const files = await this.filesOf(arrivalId);
    const same = await this.same.of(arrivalId);
    const digest = await this.digest(files);
    return [
      isAsSealed ? digest : { check: 'digest', outcome: 'bad', files: [] },
      { check: 'addressee', outcome: isForSuccessor ? 'care' : 'ok', files: [] },
      worst('opens', files, ({ unread }) => (unread === 'damaged' || unread === 'locked' ? 'care' : 'ok')),
      worst('malware', files, ({ malware }) => malwareOutcome[malware]),
      worst('classified', files, ({ stamp }) => stampOutcome[stamp]),
      { check: 'duplicate', outcome: same.length > 0 ? 'care' : 'ok', files: [] },
    ];
  }

  private async sealed(arrivalId: string): Promise<Sealed> {
    const [row] = await this.database.query<Sealed>(
      `SELECT coalesce(arrival.digest = dispatch.digest, true) AS "isAsSealed",
              arrival.addressee_name IS NOT NULL AS "isForSuccessor"
         FROM arrivals AS arrival
         LEFT JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
         LEFT JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE arrival.id = $1`,
      [arrivalId],
    );
    return row ?? { isAsSealed: false, isForSuccessor: false };
  }

  /** What no sender on this system looked at is not known to be clean. */
  private async filesOf(arrivalId: string): Promise<File[]> {
    return this.database.query<File>(
      `SELECT file.file_name AS "fileName", file.digest, file.size,
              coalesce(sent.digest = file.digest, delivery.id IS NULL) AS "isSent",
              coalesce(looked.malware, 'off') AS malware, coalesce(looked.stamp, 'unread') AS stamp, looked.unread
         FROM arrival_attachments AS file
         JOIN arrivals AS arrival ON arrival.id = file.arrival_id
         LEFT JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
         LEFT JOIN attachments AS sent ON sent.document_id = delivery.document_id AND sent.position = file.position
         LEFT JOIN file_checks AS looked ON looked.attachment_id = sent.id
        WHERE file.arrival_id = $1 ORDER BY file.position`,
      [arrivalId],
    );
  }

  private async digest(files: readonly File[]): Promise<ArrivalCheck> {
    if (files.reduce((sum, { size }) => sum + size, 0) > mostBytes) {
      return { check: 'digest', outcome: 'unknown', files: [] };
    }
    const damaged: string[] = [];
    for (const file of files) {
      if (!file.isSent || !(await this.isWhole(file))) {
        damaged.push(file.fileName);
      }
    }
    return { check: 'digest', outcome: damaged.length > 0 ? 'bad' : 'ok', files: damaged };
  }

  private async isWhole({ digest }: File): Promise<boolean> {
    try {
      for await (const _chunk of verified(await this.files.open(digest), digest)) {
        // Read to its end, where the digest is compared.
      }
      return true;
    } catch (error) {
      if (error instanceof FileDamaged || error instanceof FileMissing) {
        return false;
      }
      throw error;
    }
  }
}

const malwareOutcome: Readonly<Record<MalwareState, CheckOutcome>> = {
  clean: 'ok',
  off: 'unknown',
  waiting: 'care',
  'too-large': 'care',
  infected: 'bad',
};

const stampOutcome: Readonly<Record<StampState, CheckOutcome>> = {
  clear: 'ok',
  unread: 'unknown',
  waiting: 'care',
  released: 'care',
  held: 'bad',
};

/** The gravest of all files, and which they are. */
function worst(
  check: ArrivalCheck['check'],
  files: readonly File[],
  outcomeOf: (file: File) => CheckOutcome,
): ArrivalCheck {
  const outcomes = files.map((file) => ({ file, outcome: outcomeOf(file) }));
  const gravest = rank[Math.max(0, ...outcomes.map(({ outcome }) => rank.indexOf(outcome)))] ?? 'ok';
  const concerned = outcomes.filter(({ outcome }) => outcome === gravest).map(({ file }) => file.fileName);
  return { check, outcome: gravest, files: gravest === 'ok' ? [] : concerned };
}
