import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { EndSessions } from './end-sessions.js';
import type { SessionRecord } from './session-record.js';

/** A person ends one of the own sessions, or all others: a browser left open, or one that they don’t know. */
@Injectable()
export class EndOwnSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: EndSessions,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found` for a session that is over, and for somebody else’s. */
  async execute(session: SessionRecord, which: { readonly only: string } | 'others'): Promise<void> {
    const { personId } = session.actor;
    await this.database.transaction(async () => {
      const ended = await this.sessions.execute(
        which === 'others' ? { personId, except: session.id } : { personId, only: which.only },
      );
      if (which !== 'others' && ended === 0) {
        throw new DomainError('not-found');
      }
      await this.audit.record(session.actor, {
        action: 'session.revoked',
        objectType: 'person',
        objectId: personId,
        data: which === 'others' ? { ended } : { sessionId: which.only },
      });
    });
  }
}
