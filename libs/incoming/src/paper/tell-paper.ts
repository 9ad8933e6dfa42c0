import { Injectable } from '@nestjs/common';
import { Events, LiveChannel } from '#platform';
import { type FormerPaper, paperChanged } from '../arrival-events.js';

interface ChangedPaper {
  readonly agencyId: string;
  readonly arrivalId: string;
  /** By what it was known before; null where it was not known, or is known as before. */
  readonly former: FormerPaper | null;
  /** What came electronically and is one entry with it from now on. */
  readonly joinedId?: string;
}

/** Tells the open pages of an agency, and whoever counts paper, in the transaction of the change. */
@Injectable()
export class TellPaper {
  constructor(
    private readonly events: Events,
    private readonly live: LiveChannel,
  ) {}

  async execute({ agencyId, arrivalId, former, joinedId }: ChangedPaper): Promise<void> {
    await this.events.emit(paperChanged, { arrivalId, former });
    await this.live.publish([agencyId], 'arrivals', arrivalId);
    if (joinedId !== undefined) {
      await this.live.publish([agencyId], 'arrivals', joinedId);
    }
  }
}
