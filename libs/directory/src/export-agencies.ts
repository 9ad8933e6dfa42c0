import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, ExportAgencies as Wish } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { all, conditionsOf } from './agencies.query.js';
import { mayReadAgencies } from './agency-policy.js';
import type { ImportedFacts } from './import/import-plan.js';

export interface ExportedAgency extends ImportedFacts {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Written out in one go; others are served after each. */
const pageSize = 1_000;

/** Gives out agencies as a table, in the order of their codes, page by page as the reader takes them. */
@Injectable()
export class ExportAgencies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async execute(
    actor: Actor,
    { format, language: _language, ...filter }: Wish,
  ): Promise<AsyncGenerator<readonly ExportedAgency[]>> {
    if (!mayReadAgencies(actor)) {
      throw new DomainError('permission.denied');
    }
    await this.audit.record(actor, {
      action: 'agency.exported',
      objectType: 'agency-export',
      objectId: format,
      data: { ...filter },
    });
    return this.pages(filter);
  }

  private async *pages(filter: Omit<Wish, 'format' | 'language'>): AsyncGenerator<readonly ExportedAgency[]> {
    let page: readonly ExportedAgency[] = [];
    do {
      page = await this.page(filter, page.at(-1)?.code ?? '');
      yield page;
    } while (page.length === pageSize);
  }

  private async page(filter: Omit<Wish, 'format' | 'language'>, after: string): Promise<ExportedAgency[]> {
    const { place, match, values } = conditionsOf(filter, dayOf(this.clock.now()));
    return this.database.query<ExportedAgency>(
      `SELECT agency.code, agency.code102, agency.name, agency.abbreviation, agency.level, parent.code AS "parentCode",
              agency.address, agency.email, agency.phone, agency.valid_from AS "validFrom", agency.valid_to AS "validTo"
         FROM (SELECT * FROM agencies WHERE ${all([...place, ...match, `code > $${values.length + 1}`])}
                ORDER BY code LIMIT ${pageSize}) AS agency
         LEFT JOIN agencies AS parent ON parent.id = agency.parent_id ORDER BY agency.code`,
      [...values, after],
    );
  }
}
