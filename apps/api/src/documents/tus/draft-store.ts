import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import type { Actor } from '#contracts';
import { type BeginUpload, type EndUpload, type ReceiveUpload, uploadLastsFor, type UploadQuery } from '#documents';
import { metadataIn } from './tus-metadata.js';

export interface UploadUseCases {
  readonly beginUpload: BeginUpload;
  readonly receiveUpload: ReceiveUpload;
  readonly endUpload: EndUpload;
  readonly upload: UploadQuery;
}

/** The files on their way to one draft, as somebody may touch them: what the tus server keeps, it keeps through this. */
export class DraftStore extends DataStore {
  override extensions = ['creation', 'termination', 'expiration'];

  /** Why a use case said no: on its way out through streams that break off, the reason can get lost. */
  refusal: Error | undefined;

  constructor(
    private readonly actor: Actor,
    private readonly documentId: string,
    private readonly useCases: UploadUseCases,
  ) {
    super();
  }

  override async create(announced: Upload): Promise<Upload> {
    const { id: uploadId, size = 0, metadata } = announced;
    const { fileName } = metadataIn(metadata);
    const command = { documentId: this.documentId, uploadId, fileName, size };
    const { expiresAt } = await this.noting(this.useCases.beginUpload.execute(this.actor, command));
    announced.creation_date = begunAt(expiresAt);
    return announced;
  }

  override async getUpload(id: string): Promise<Upload> {
    const asked = this.noting(this.useCases.upload.one(this.actor, this.documentId, id));
    const { size, received, fileName, expiresAt } = await asked;
    const metadata = { attachmentId: id, fileName };
    return new Upload({ id, size, offset: received, metadata, creation_date: begunAt(expiresAt) });
  }

  override async write(content: Readable, uploadId: string, offset: number): Promise<number> {
    const command = { documentId: this.documentId, uploadId, offset, content };
    return this.noting(this.useCases.receiveUpload.execute(this.actor, command));
  }

  override async remove(id: string): Promise<void> {
    await this.noting(this.useCases.endUpload.execute(this.actor, this.documentId, id));
  }

  override getExpiration(): number {
    return uploadLastsFor;
  }

  private async noting<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      this.refusal ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
}

function begunAt(expiresAt: Date): string {
  return new Date(expiresAt.getTime() - uploadLastsFor).toISOString();
}
