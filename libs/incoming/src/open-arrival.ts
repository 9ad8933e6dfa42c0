import { Injectable } from '@nestjs/common';
import { RecordUse } from '#audit';
import type { Actor, ArrivalView } from '#contracts';
import { ArrivalQuery } from './arrival.query.js';
import { RecordReading } from './record-reading.js';

/** Somebody opens what arrived, which goes on record. */
@Injectable()
export class OpenArrival {
  constructor(
    private readonly arrival: ArrivalQuery,
    private readonly recordUse: RecordUse,
    private readonly recordReading: RecordReading,
  ) {}

  /** @throws DomainError `not-found`. */
  async execute(actor: Actor, arrivalId: string): Promise<ArrivalView> {
    const view = await this.arrival.view(actor, arrivalId);
    await this.recordUse.execute(actor, 'read', 'arrival', arrivalId);
    await this.recordReading.execute(actor, arrivalId);
    return view;
  }
}
