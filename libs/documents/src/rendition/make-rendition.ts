import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { RenditionFault } from '#contracts';
import { Clock } from '#kernel';
import {
  ConversionFailed,
  Database,
  FileStore,
  FileTooLarge,
  imagePages,
  OfficeConverter,
  OnJob,
  OnJobFailure,
  type StoredFile,
} from '#platform';
import { makeRenditionJob } from './make-rendition.job.js';
import { officeKinds, pictureKinds } from './rendition-kinds.js';

/** [own] In bytes. */
const largestRendition = 200 * 1024 * 1024;

interface Content {
  readonly digest: string;
  readonly mediaType: string;
}

/** Makes the PDF of one content, in the worker, and keeps it beside the original. */
@Injectable()
export class MakeRendition {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly office: OfficeConverter,
  ) {}

  @OnJob(makeRenditionJob)
  async execute(content: Content): Promise<void> {
    const [waiting] = await this.database.query(
      `SELECT 1 FROM attachment_renditions WHERE digest = $1 AND media_type = $2 AND state = 'waiting'`,
      [content.digest, content.mediaType],
    );
    if (waiting === undefined) {
      return;
    }
    try {
      await this.write(content, { made: await this.make(content) });
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) {
        throw error;
      }
      await this.write(content, { fault });
    }
  }

  @OnJobFailure(makeRenditionJob)
  async onFailure(content: Content, _reason: string): Promise<void> {
    await this.write(content, { fault: 'unavailable' });
  }

  private async make({ digest, mediaType }: Content): Promise<StoredFile> {
    const original = await this.files.open(digest);
    const ending = officeKinds.get(mediaType);
    if (pictureKinds.has(mediaType)) {
      return this.keep(await imagePages(original));
    }
    if (ending === undefined) {
      throw new ConversionFailed('damaged');
    }
    return this.office.toPdf(original, ending, (path) => this.keep(createReadStream(path)));
  }

  private async keep(pdf: Readable): Promise<StoredFile> {
    return this.files.put(pdf, { maxBytes: largestRendition, inspect: refuseOtherThanPdf });
  }

  private async write(
    { digest, mediaType }: Content,
    { made, fault }: { made?: StoredFile; fault?: RenditionFault },
  ): Promise<void> {
    await this.database.execute(
      `UPDATE attachment_renditions SET state = $3, fault = $4, rendition_digest = $5, size = $6, made_at = $7
        WHERE digest = $1 AND media_type = $2 AND state = 'waiting'`,
      [
        digest,
        mediaType,
        made === undefined ? 'failed' : 'made',
        fault ?? null,
        made?.digest ?? null,
        made?.size ?? null,
        made === undefined ? null : this.clock.now(),
      ],
    );
  }
}

function refuseOtherThanPdf(head: Uint8Array): void {
  if (Buffer.from(head).toString('latin1', 0, 5) !== '%PDF-') {
    throw new ConversionFailed('damaged');
  }
}

function faultOf(error: unknown): RenditionFault | undefined {
  if (error instanceof FileTooLarge) {
    return 'too-large';
  }
  return error instanceof ConversionFailed ? error.fault : undefined;
}
