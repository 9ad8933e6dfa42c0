import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, isPermitted, type NewPaperReason } from '#contracts';
import { DomainError, foldVietnamese, newId } from '#kernel';
import { Database } from '#platform';

/** The system administrator adds a reason for sending paper, at the end of the list. */
@Injectable()
export class AddPaperReason {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Gives its code. @throws DomainError `permission.denied`, `paper-reason.name-taken`. */
  async execute(actor: Actor, wish: NewPaperReason): Promise<string> {
    if (!isPermitted(actor, 'paper-reason:manage')) {
      throw new DomainError('permission.denied');
    }
    return this.database.transaction(async () => {
      const code = newId();
      const { affected } = await this.database.execute(
        `INSERT INTO paper_reasons (code, name, name_key, needs_words, position, version)
         SELECT $1, $2, $3, $4, coalesce(max(position), 0) + 1, 1 FROM paper_reasons
         ON CONFLICT (name_key) DO NOTHING`,
        [code, wish.name, foldVietnamese(wish.name), wish.needsWords],
      );
      if (affected !== 1) {
        throw new DomainError('paper-reason.name-taken', { name: wish.name });
      }
      await this.audit.record(actor, {
        action: 'paper-reason.added',
        objectType: 'paper-reason',
        objectId: code,
        note: wish.name,
        after: { ...wish },
      });
      return code;
    });
  }
}
