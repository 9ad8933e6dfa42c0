import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { TrailProtectionQuery } from './trail-protection.query.js';

/**
 * Says at the start when only triggers and chains protect the trail. It is told and not refused [own]: an agency whose
 * database administrator gives one role only must be able to work, and its auditors see the same on their page.
 */
@Injectable()
export class ProtectionNotice implements OnApplicationBootstrap {
  private readonly logger = new Logger('trail');

  constructor(private readonly protection: TrailProtectionQuery) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.protection.holds())) {
      this.logger.warn(
        'The application works as the owner of the tables, so the database would let it change the trail. ' +
          'Give the owner in MIGRATION_DATABASE_URL and another role in DATABASE_URL (see .env.example).',
      );
    }
  }
}
