import { z } from 'zod';
import { UploadAttachment } from './documents.js';
import { Id } from './page.js';

/** What tus says in its header `Upload-Metadata` when a file is announced. */
export const UploadMetadata = z.object({
  attachmentId: Id,
  fileName: UploadAttachment.shape.fileName,
});
export type UploadMetadata = z.infer<typeof UploadMetadata>;
