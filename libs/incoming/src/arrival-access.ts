import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accessChanged, AccessSubjects, type FoundSubject, isNarrowed, SubjectReader } from '#access';
import type { AccessObjectType, Actor } from '#contracts';
import { Database, LiveChannel, OnEvent } from '#platform';
import { isRegistered, readsByOwnRight } from './arrival-policy.js';
import { Arrivals } from './arrivals.js';

/** Says who reads an incoming document, and keeps at hand whether that was narrowed. */
@Injectable()
export class ArrivalAccess extends SubjectReader implements OnModuleInit {
  override readonly type = 'arrival';

  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly subjects: AccessSubjects,
    private readonly live: LiveChannel,
  ) {
    super();
  }

  onModuleInit(): void {
    this.subjects.register(this);
  }

  override async read(actor: Actor, id: string, hold: boolean): Promise<FoundSubject> {
    const arrival = hold ? await this.arrivals.hold(actor, id) : await this.arrivals.read(actor, id);
    return {
      agencyId: arrival.agencyId,
      audience: isRegistered(arrival) ? 'agency' : 'desk',
      restricted: arrival.access.restrictedTo !== null,
      readsByOwnRight: readsByOwnRight(actor, arrival),
      isDrafter: false,
    };
  }

  @OnEvent(accessChanged)
  async onAccessChanged(changed: { objectType: AccessObjectType; objectId: string; agencyId: string }): Promise<void> {
    if (changed.objectType !== this.type) {
      return;
    }
    await this.database.query(`UPDATE arrivals SET restricted = ${isNarrowed('arrival', '$1')} WHERE id = $1`, [
      changed.objectId,
    ]);
    await this.live.publish([changed.agencyId], 'arrivals', changed.objectId);
  }
}
