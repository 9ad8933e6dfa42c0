import { Injectable } from '@nestjs/common';
import { DomainError, fileSizeInWords } from '#kernel';
import { Config, FileStore, FileTooLarge, type StagedFile, type StoredFile } from '#platform';
import { examineContent } from '../content/examine-content.js';
import { checkContent } from './attachment-kind.js';

export interface KeptFile {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** In bytes; the setting for all files, where this is not less. */
  readonly maxBytes?: number;
  /** One more look at the whole, before it is kept; throwing refuses the file. */
  readonly look?: (staged: StagedFile) => Promise<void>;
}

/** A file that somebody sends streams into the store, once it is of the kind that its name says and holds nothing harmful. */
@Injectable()
export class KeepFile {
  constructor(
    private readonly files: FileStore,
    private readonly config: Config,
  ) {}

  /** @throws DomainError `attachment.too-large`, `attachment.cut-off`, what checkContent, examineContent and `look` refuse. */
  async execute({ content, fileName, look, maxBytes: limit }: KeptFile): Promise<StoredFile> {
    const maxBytes = Math.min(limit ?? Number.POSITIVE_INFINITY, this.config.uploadMaxBytes);
    try {
      return await this.files.put(content, {
        maxBytes,
        inspect: (head) => checkContent(fileName, head),
        examine: async (staged) => {
          await examineContent(fileName, staged, this.config.refusedContents);
          await look?.(staged);
        },
      });
    } catch (error) {
      if (error instanceof FileTooLarge) {
        throw new DomainError('attachment.too-large', { maxSize: fileSizeInWords(maxBytes) });
      }
      throw error instanceof DomainError ? error : new DomainError('attachment.cut-off', {}, { cause: error });
    }
  }
}
