import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, CorrectPaper, Urgency } from '#contracts';
import { canonicalJson, Clock, dayOf, DomainError, foldVietnamese } from '#kernel';
import { Database } from '#platform';

/** A line of the incoming register as the clerk entered it, looked up and checked. */
export interface PaperFacts {
  readonly senderId: string | null;
  readonly senderCode: string;
  readonly senderName: string;
  readonly typeName: string;
  readonly symbol: string;
  readonly subject: string;
  readonly urgency: Urgency;
  readonly issuedOn: string;
  readonly dueDate: string | null;
  readonly signerName: string;
  readonly pageCount: number | null;
  readonly arrivedOn: string;
}

interface Issuer {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
}

/** Looks up what a clerk entered of a document on paper. */
@Injectable()
export class PaperFactsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `arrival.unknown-issuer`, `arrival.own-document`, `arrival.unknown-type`, `arrival.days-crossed`. */
  async of(actor: Actor, entered: CorrectPaper): Promise<PaperFacts> {
    const { symbol, subject, urgency, issuedOn, dueDate, signerName, pageCount } = entered;
    const arrivedOn = this.dayOfArrival(entered.arrivedOn);
    if (issuedOn > arrivedOn) {
      throw new DomainError('arrival.days-crossed');
    }
    const { id, code, name } = await this.issuer(actor, entered);
    const named = { senderId: id, senderCode: code, senderName: name, typeName: await this.typeName(entered.typeCode) };
    return { ...named, symbol, subject, urgency, issuedOn, dueDate, signerName, pageCount, arrivedOn };
  }

  /** @throws DomainError `arrival.days-crossed` for a day that has not come. */
  dayOfArrival(given: string | undefined): string {
    const today = dayOf(this.clock.now());
    if (given !== undefined && given > today) {
      throw new DomainError('arrival.days-crossed');
    }
    return given ?? today;
  }

  /** The moment that stands for a day of arrival: now for today, noon for a day before. */
  momentOf(arrivedOn: string): Date {
    const now = this.clock.now();
    return arrivedOn === dayOf(now) ? now : new Date(`${arrivedOn}T12:00:00+07:00`);
  }

  private async issuer(actor: Actor, { issuer }: CorrectPaper): Promise<Issuer> {
    if ('name' in issuer) {
      return { id: null, code: '', name: issuer.name };
    }
    if (issuer.agencyId === actor.agencyId) {
      throw new DomainError('arrival.own-document');
    }
    const [agency] = await this.database.query<Issuer>('SELECT id, code, name FROM agencies WHERE id = $1', [
      issuer.agencyId,
    ]);
    if (agency === undefined) {
      throw new DomainError('arrival.unknown-issuer');
    }
    return agency;
  }

  private async typeName(code: string): Promise<string> {
    const [type] = await this.database.query<{ name: string }>('SELECT name FROM document_types WHERE code = $1', [
      code,
    ]);
    if (type === undefined) {
      throw new DomainError('arrival.unknown-type');
    }
    return type.name;
  }
}

/** SHA-256 over what was entered, so that a registration that was changed shows. */
export function digestOf(facts: PaperFacts): string {
  return createHash('sha256')
    .update(canonicalJson({ ...facts }))
    .digest('hex');
}

export function searchTextOf({ senderName, symbol, subject }: PaperFacts): string {
  return foldVietnamese(`${senderName} ${symbol} ${subject}`);
}
