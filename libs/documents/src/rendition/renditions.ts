import { Injectable } from '@nestjs/common';
import { type AttachmentView, type RenditionView } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, OfficeConverter, Outbox } from '#platform';
import { checkColumns, checkedFiles, type CheckRow, stateOf } from '../examination/check-row.js';
import type { AttachmentRendition } from './attachment-rendition.entity.js';
import { makeRenditionJob, renditionPriority } from './make-rendition.job.js';
import { largestOriginal, officeKinds, pictureKinds } from './rendition-kinds.js';

type Row = Pick<AttachmentRendition, 'state' | 'fault' | 'renditionDigest' | 'size'>;

/** The PDF of a file that its reader was let to read: asked for once, by whoever opens the file first. */
@Injectable()
export class Renditions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly office: OfficeConverter,
  ) {}

  async ask(file: AttachmentView): Promise<RenditionView> {
    const isPicture = pictureKinds.has(file.mediaType);
    if (!isPicture && !officeKinds.has(file.mediaType)) {
      return { state: 'unfit', fault: null };
    }
    if (!(await this.isInOrder(file))) {
      return { state: 'unchecked', fault: null };
    }
    const known = await this.row(file);
    if (known !== undefined) {
      return { state: known.state, fault: known.fault };
    }
    if (!isPicture && !this.office.isThere) {
      return { state: 'off', fault: null };
    }
    if (file.size > largestOriginal) {
      return { state: 'failed', fault: 'too-large' };
    }
    await this.promise(file);
    return { state: 'waiting', fault: null };
  }

  /** The PDF as a file of its own. @throws DomainError `attachment.no-rendition` as long as there is none. */
  async made(file: AttachmentView): Promise<AttachmentView> {
    const row = (await this.isInOrder(file)) ? await this.row(file) : undefined;
    if (row === undefined || row.renditionDigest === null || row.size === null) {
      throw new DomainError('attachment.no-rendition', { fileName: file.fileName });
    }
    return {
      id: file.id,
      fileName: `${file.fileName}.pdf`,
      mediaType: 'application/pdf',
      size: row.size,
      digest: row.renditionDigest,
    };
  }

  /** A file that has arrived was in order when it was sent; those of our own documents have their checks. */
  private async isInOrder({ id }: AttachmentView): Promise<boolean> {
    const [own] = await this.database.query<CheckRow>(
      `SELECT ${checkColumns} FROM ${checkedFiles} WHERE file.id = $1`,
      [id],
    );
    return own === undefined || ['checked', 'not-checked'].includes(stateOf(own));
  }

  private async row({ digest, mediaType }: AttachmentView): Promise<Row | undefined> {
    const [row] = await this.database.query<Row>(
      `SELECT state, fault, rendition_digest AS "renditionDigest", size
         FROM attachment_renditions WHERE digest = $1 AND media_type = $2`,
      [digest, mediaType],
    );
    return row;
  }

  private async promise({ digest, mediaType }: AttachmentView): Promise<void> {
    await this.database.transaction(async () => {
      const asked = await this.database.query(
        `INSERT INTO attachment_renditions (digest, media_type, state, asked_at) VALUES ($1, $2, 'waiting', $3)
         ON CONFLICT DO NOTHING RETURNING digest`,
        [digest, mediaType, this.clock.now()],
      );
      if (asked.length > 0) {
        await this.outbox.add(makeRenditionJob, { digest, mediaType }, { priority: renditionPriority });
      }
    });
  }
}
