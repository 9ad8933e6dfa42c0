import { Injectable } from '@nestjs/common';
import { type Actor, isPermitted, type NumberingView } from '#contracts';
import { Clock, DomainError, yearOf } from '#kernel';
import { Numbering } from './numbering.js';
import { mayNumberAnew } from './numbering-policy.js';

/** How the own agency numbers its documents, for those who keep the register and those who set it. */
@Injectable()
export class NumberingQuery {
  constructor(
    private readonly clock: Clock,
    private readonly numbering: Numbering,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async view(actor: Actor): Promise<NumberingView> {
    if (!isPermitted(actor, 'register:read') && !isPermitted(actor, 'register:configure')) {
      throw new DomainError('permission.denied');
    }
    const year = yearOf(this.clock.now());
    return {
      year,
      mode: await this.numbering.modeIn(actor.agencyId, year),
      mayChangeThisYear: mayNumberAnew(year, await this.numbering.facts(actor.agencyId, year)),
      nextYear: await this.numbering.modeIn(actor.agencyId, year + 1),
    };
  }
}
