import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accessChanged, AccessSubjects, type FoundSubject, isNarrowed, SubjectReader } from '#access';
import { type AccessObjectType, type Actor, holds } from '#contracts';
import { Database, LiveChannel, OnEvent } from '#platform';
import { readsByOwnRight } from './document-policy.js';
import { Documents } from './documents.js';

/** Says who reads an outgoing document, and keeps at hand whether that was narrowed. */
@Injectable()
export class DocumentAccess extends SubjectReader implements OnModuleInit {
  override readonly type = 'document';

  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly subjects: AccessSubjects,
    private readonly live: LiveChannel,
  ) {
    super();
  }

  onModuleInit(): void {
    this.subjects.register(this);
  }

  override async read(actor: Actor, id: string, hold: boolean): Promise<FoundSubject> {
    const document = hold ? await this.documents.hold(actor, id) : await this.documents.read(actor, id);
    return {
      agencyId: document.agencyId,
      audience: document.state === 'draft' || document.state === 'returned' ? 'drafter' : 'agency',
      restricted: document.access.restrictedTo !== null,
      readsByOwnRight: readsByOwnRight(actor, document),
      isDrafter: holds(actor, document.drafterPostId),
    };
  }

  @OnEvent(accessChanged)
  async onAccessChanged(changed: { objectType: AccessObjectType; objectId: string; agencyId: string }): Promise<void> {
    if (changed.objectType !== this.type) {
      return;
    }
    await this.database.query(`UPDATE documents SET restricted = ${isNarrowed('document', '$1')} WHERE id = $1`, [
      changed.objectId,
    ]);
    await this.live.publish([changed.agencyId], 'documents', changed.objectId);
  }
}
