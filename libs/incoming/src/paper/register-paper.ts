import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, isPermitted, type RegisterPaper as Entered } from '#contracts';
import { AgencyStructure } from '#directory';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { digestOf, PaperFactsReader } from './paper-facts.js';
import { PaperRegister } from './paper-register.js';

/**
 * The clerk registers a document that came on paper (Decree 30/2020, Art. 22). It is registered at once, as there is
 * nobody to whom a refusal could go.
 */
@Injectable()
export class RegisterPaper {
  constructor(
    private readonly database: Database,
    private readonly structure: AgencyStructure,
    private readonly facts: PaperFactsReader,
    private readonly register: PaperRegister,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives the id of the arrival.
   *
   * @throws DomainError `permission.denied`, `arrival.same-document`, `register.closed`, `agency.reorganised`, and what
   * PaperFactsReader refuses.
   */
  async execute(actor: Actor, { evenIfSame, ...entered }: Entered): Promise<string> {
    if (!isPermitted(actor, 'arrival:receive')) {
      throw new DomainError('permission.denied');
    }
    return this.database.transaction(async () => {
      await this.structure.hold(actor);
      const facts = await this.facts.of(actor, entered);
      const { id, arrivalNumber } = await this.register.enter(actor.agencyId, facts, evenIfSame);
      await this.audit.record(actor, {
        action: 'arrival.registered-on-paper',
        objectType: 'arrival',
        objectId: id,
        note: String(arrivalNumber),
        after: { state: 'accepted', arrivalNumber, digest: digestOf(facts) },
      });
      await this.live.publish([actor.agencyId], 'arrivals', id);
      return id;
    });
  }
}
