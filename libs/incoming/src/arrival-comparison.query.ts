import { Injectable } from '@nestjs/common';
import type { Actor, ArrivalComparison } from '#contracts';
import { DomainError } from '#kernel';
import { ArrivalQuery } from './arrival.query.js';
import { compareArrivals } from './compare-arrivals.js';

/** What a document that updates or replaces another one changes of it. */
@Injectable()
export class ArrivalComparisonQuery {
  constructor(private readonly arrival: ArrivalQuery) {}

  /** @throws DomainError `not-found` when it updates or replaces no such document, `arrival.recalled`. */
  async of(actor: Actor, laterId: string, earlierId: string): Promise<ArrivalComparison> {
    const later = await this.arrival.view(actor, laterId);
    if (!later.requests.some(({ isBy, other }) => isBy && other?.arrivalId === earlierId)) {
      throw new DomainError('not-found');
    }
    const earlier = await this.arrival.view(actor, earlierId);
    if (later.state === 'recalled' || earlier.state === 'recalled') {
      throw new DomainError('arrival.recalled');
    }
    return compareArrivals(earlier, later);
  }
}
