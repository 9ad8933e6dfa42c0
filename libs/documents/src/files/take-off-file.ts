import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

export interface TakenOffFile {
  readonly fileName: string;
  readonly digest: string;
}

/** Takes a file off a document; those after it move up, and what was the first appendix may become the main text. */
@Injectable()
export class TakeOffFile {
  constructor(private readonly database: Database) {}

  /** In the transaction that holds the document open. Undefined when the document has no such file. */
  async execute(documentId: string, attachmentId: string): Promise<TakenOffFile | undefined> {
    // One statement, because the database looks at the whole order at the end of each.
    const [file] = await this.database.query<TakenOffFile>(
      `WITH removed AS (
         DELETE FROM attachments WHERE id = $1 AND document_id = $2 RETURNING position, file_name, digest),
       moved AS (
         UPDATE attachments AS file SET position = file.position - 1
           FROM removed WHERE file.document_id = $2 AND file.position > removed.position)
       SELECT file_name AS "fileName", digest FROM removed`,
      [attachmentId, documentId],
    );
    return file;
  }
}
