import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { imageResolution, MalwareScanner, ScannerUnavailable, type StagedFile } from '#platform';
import { pdfResolution } from './pdf-resolution.js';
import { isReadable, readText } from './read-text.js';

/** Milliseconds that reading the text of a scan may take while its clerk waits. */
const patience = 60_000;

export interface LookedAtScan {
  readonly fileName: string;
  readonly mediaType: string;
  readonly staged: StagedFile;
  /** Somebody has looked: what reads like a mark of secrecy is none. */
  readonly hasNoMark: boolean;
}

/**
 * Looks at a scan of a paper before it is kept: for malware, and for marks of secrecy where it has text. What the clerk
 * scans is looked at while the clerk waits, because nothing of a classified paper may stay.
 */
@Injectable()
export class LookAtScan {
  constructor(private readonly scanner: MalwareScanner) {}

  /**
   * Gives its resolution in dots per inch; null where its first page does not tell it.
   *
   * @throws DomainError `scan.infected`, `scan.not-scanned`, `scan.classified`.
   */
  async execute({ fileName, mediaType, staged, hasNoMark }: LookedAtScan): Promise<number | null> {
    await this.refuseMalware(fileName, staged);
    const bytes = await buffer(await staged.open({ start: 0, end: staged.size - 1 }));
    if (mediaType !== 'application/pdf') {
      return imageResolution(bytes);
    }
    if (!hasNoMark && isReadable(mediaType, staged.size) === null) {
      const { findings } = await readText(mediaType, bytes, patience);
      if (findings[0] !== undefined) {
        throw new DomainError('scan.classified', { fileName, text: findings[0].text });
      }
    }
    return pdfResolution(bytes);
  }

  private async refuseMalware(fileName: string, staged: StagedFile): Promise<void> {
    try {
      const result = await this.scanner.scan(await staged.open({ start: 0, end: staged.size - 1 }));
      if (result.verdict === 'infected') {
        throw new DomainError('scan.infected', { fileName, signature: result.signature });
      }
      if (result.verdict === 'too-large') {
        throw new DomainError('scan.not-scanned', { fileName });
      }
    } catch (error) {
      throw error instanceof ScannerUnavailable
        ? new DomainError('scan.not-scanned', { fileName }, { cause: error })
        : error;
    }
  }
}
