import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accessChanged, AccessSubjects, type FoundSubject, isNarrowed, SubjectReader } from '#access';
import { type AccessAudience, type AccessObjectType, type Actor, holds } from '#contracts';
import { Database, LiveChannel, OnEvent } from '#platform';
import { readsByOwnRight, unlaidStates } from './document-policy.js';
import { type DocumentRow, Documents } from './documents.js';

/** While it is not on the agency’s desk, those whose opinion is asked read it beside the drafter. */
function audienceOf({ state, reviewFacts }: DocumentRow): AccessAudience {
  if (!(unlaidStates as readonly string[]).includes(state)) {
    return 'agency';
  }
  return reviewFacts.readers.length === 0 ? 'drafter' : 'reviewers';
}

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
      audience: audienceOf(document),
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
