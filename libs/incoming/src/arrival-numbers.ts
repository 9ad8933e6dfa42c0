import { Injectable } from '@nestjs/common';
import { AllocateNumber } from '#documents';
import { Clock, yearOf } from '#kernel';
import { Events } from '#platform';
import { arrivalRegistered, paperChanged } from './arrival-events.js';

interface ArrivalNumber {
  readonly year: number;
  readonly arrivalNumber: number;
}

/** The numbers of the incoming register: one sequence a year for paper and electronic (Decree 30/2020, Art. 22). */
@Injectable()
export class ArrivalNumbers {
  constructor(
    private readonly clock: Clock,
    private readonly allocateNumber: AllocateNumber,
    private readonly events: Events,
  ) {}

  /** The next one of this year. The sequence is held until the transaction ends. @throws DomainError `register.closed`. */
  async next(agencyId: string): Promise<ArrivalNumber> {
    const year = yearOf(this.clock.now());
    return { year, arrivalNumber: await this.allocateNumber.next(agencyId, 'incoming', year) };
  }

  /** Once the arrival has its number. */
  async tell(arrivalId: string): Promise<void> {
    await this.events.emit(arrivalRegistered, { arrivalId });
  }

  /** The same of what came on paper. */
  async tellOnPaper(arrivalId: string): Promise<void> {
    await this.tell(arrivalId);
    await this.events.emit(paperChanged, { arrivalId, former: null });
  }
}
