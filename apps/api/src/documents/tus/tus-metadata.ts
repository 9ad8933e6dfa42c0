import { UploadMetadata } from '#contracts';
import { DomainError } from '#kernel';

/** What the client said of the file. @throws DomainError `upload.headers`. */
export function metadataIn(given: Readonly<Record<string, string | null>> | undefined): UploadMetadata {
  const metadata = UploadMetadata.safeParse(given);
  if (!metadata.success) {
    throw new DomainError('upload.headers');
  }
  return metadata.data;
}
