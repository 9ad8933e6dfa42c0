import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

/** Whether the database itself keeps the application from changing the trail, beside its triggers and chains. */
@Injectable()
export class TrailProtectionQuery {
  constructor(private readonly database: Database) {}

  async holds(): Promise<boolean> {
    const [found] = await this.database.query<{ holds: boolean }>(
      `SELECT NOT bool_or(has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                          OR pg_has_role(relowner, 'MEMBER')) AS holds
         FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace
          AND relname IN ('audit_entries', 'audit_seals', 'audit_anchors')`,
    );
    return found?.holds === true;
  }
}
