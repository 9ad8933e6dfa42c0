import { Injectable } from '@nestjs/common';
import type { AccessAudience, AccessObjectType, Actor } from '#contracts';
import type { AccessSubject } from './access-policy.js';

export interface FoundSubject extends AccessSubject {
  readonly audience: AccessAudience;
  readonly restricted: boolean;
}

/**
 * The lib that keeps a kind of documents says who reads them. `read` throws `not-found` for what is not there and for
 * what is not the actor’s alike; with `hold` the row stays locked until the transaction ends, so that changes of rights
 * and moves of the same document wait for each other.
 */
export abstract class SubjectReader {
  abstract readonly type: AccessObjectType;
  abstract read(actor: Actor, id: string, hold: boolean): Promise<FoundSubject>;
}

/** The kinds of documents of this process, by type. */
@Injectable()
export class AccessSubjects {
  private readonly readers = new Map<AccessObjectType, SubjectReader>();

  register(reader: SubjectReader): void {
    this.readers.set(reader.type, reader);
  }

  async read(actor: Actor, type: AccessObjectType, id: string, hold = false): Promise<FoundSubject> {
    const reader = this.readers.get(type);
    if (reader === undefined) {
      throw new Error(`nobody reads ${type}`);
    }
    return reader.read(actor, id, hold);
  }
}
