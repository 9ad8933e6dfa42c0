import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, type EditPaperReason as Fields, isPermitted } from '#contracts';
import { Clock, DomainError, foldVietnamese } from '#kernel';
import { Database } from '#platform';

interface EditReasonCommand {
  readonly code: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly fields: Fields;
}

/** What the system gives as the reason by itself, for recipients that are not on it. */
export const reasonNotOnSystem = 'not-on-system';

/** A reason for paper is named otherwise, or goes out of use and back. What was sent keeps the words of its day. */
@Injectable()
export class EditPaperReason {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `permission.denied`, `not-found`, `paper-reason.stale`, `paper-reason.name-taken`,
   * `paper-reason.in-rules`.
   */
  async execute(actor: Actor, { code, version, fields }: EditReasonCommand): Promise<void> {
    if (!isPermitted(actor, 'paper-reason:manage')) {
      throw new DomainError('permission.denied');
    }
    await this.database.transaction(async () => {
      const [before] = await this.database.query<{ version: number; fields: Fields }>(
        `SELECT version, json_build_object('name', name, 'needsWords', needs_words,
                                           'isRetired', retired_at IS NOT NULL) AS fields
           FROM paper_reasons WHERE code = $1 FOR UPDATE`,
        [code],
      );
      if (before === undefined) {
        throw new DomainError('not-found');
      }
      if (before.version !== version) {
        throw new DomainError('paper-reason.stale');
      }
      if (code === reasonNotOnSystem && (fields.isRetired || fields.needsWords)) {
        throw new DomainError('paper-reason.in-rules');
      }
      await this.write(code, fields);
      await this.audit.record(actor, {
        action: 'paper-reason.edited',
        objectType: 'paper-reason',
        objectId: code,
        note: fields.name,
        before: { ...before.fields },
        after: { ...fields },
      });
    });
  }

  private async write(code: string, fields: Fields): Promise<void> {
    const key = foldVietnamese(fields.name);
    const [taken] = await this.database.query('SELECT 1 FROM paper_reasons WHERE name_key = $2 AND code <> $1', [
      code,
      key,
    ]);
    if (taken !== undefined) {
      throw new DomainError('paper-reason.name-taken', { name: fields.name });
    }
    await this.database.query(
      `UPDATE paper_reasons SET name = $2, name_key = $3, needs_words = $4, version = version + 1,
              retired_at = CASE WHEN $5 THEN coalesce(retired_at, $6) END WHERE code = $1`,
      [code, fields.name, key, fields.needsWords, fields.isRetired, this.clock.now()],
    );
  }
}
