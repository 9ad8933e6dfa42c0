import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Database } from '#platform';

/** The person has read that an administrator took the second factors away. */
@Injectable()
export class AcknowledgeReset {
  constructor(private readonly database: Database) {}

  async execute({ personId }: Actor): Promise<void> {
    await this.database.query('DELETE FROM second_factor_resets WHERE person_id = $1', [personId]);
  }
}
