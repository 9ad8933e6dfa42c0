import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { SetUp } from '#contracts';
import { AddAgencies } from '#directory';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { AddPeople } from './add-people.js';
import { checkStrength } from './password-strength.js';
import { hashPassword } from './password.js';
import { digestOf, newToken } from './secret-token.js';

/** The first start: a link that works once makes the first agency and its administrator. */
@Injectable()
export class SetUpSystem {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agencies: AddAgencies,
    private readonly people: AddPeople,
    private readonly audit: Audit,
  ) {}

  async isNeeded(): Promise<boolean> {
    const rows = await this.database.query("SELECT 1 FROM posts WHERE role = 'system-administrator' LIMIT 1");
    return rows.length === 0;
  }

  /** A new link token while there is no administrator; every token given out before stops working. */
  async newLinkToken(): Promise<string | undefined> {
    if (!(await this.isNeeded())) {
      return undefined;
    }
    const token = newToken();
    await this.database.transaction(async () => {
      await this.database.query('DELETE FROM set_up_links');
      await this.database.query('INSERT INTO set_up_links (token_digest, created_at) VALUES ($1, $2)', [
        digestOf(token),
        this.clock.now(),
      ]);
    });
    return token;
  }

  /**
   * @throws DomainError `setup.bad-token` when the link was used, is not ours, or there is an administrator;
   * `password.too-weak`, after which the link still works.
   */
  async execute(command: SetUp): Promise<void> {
    // Looked at before the hashing, which costs far more than a made-up link should.
    const links = await this.database.query('SELECT 1 FROM set_up_links WHERE token_digest = $1', [
      digestOf(command.token),
    ]);
    if (links.length === 0) {
      throw new DomainError('setup.bad-token');
    }
    const { agency, administrator } = command;
    const names = [administrator.fullName, administrator.userName, agency.name, agency.abbreviation, agency.code];
    await checkStrength(administrator.password, names);
    const passwordHash = await hashPassword(administrator.password);
    await this.database.transaction(async () => {
      const { affected } = await this.database.execute('DELETE FROM set_up_links WHERE token_digest = $1', [
        digestOf(command.token),
      ]);
      if (affected !== 1 || !(await this.isNeeded())) {
        throw new DomainError('setup.bad-token');
      }
      await this.addAdministrator(command, passwordHash);
    });
  }

  private async addAdministrator({ agency, administrator }: SetUp, passwordHash: string): Promise<void> {
    const agencyCode = agency.code.trim().toUpperCase();
    await this.agencies.execute([{ ...agency, code102: null, level: 'province', parentCode: null }]);
    await this.people.execute([
      {
        fullName: administrator.fullName,
        userName: administrator.userName,
        passwordHash,
        agencyCode,
        role: 'system-administrator',
        position: 'Quản trị hệ thống',
      },
    ]);
    if (await this.isNeeded()) {
      throw new DomainError('setup.user-name-taken', { userName: administrator.userName });
    }
    await this.audit.record(null, {
      action: 'system.set-up',
      objectType: 'system',
      objectId: 'set-up',
      data: { agencyCode, userName: administrator.userName },
      after: { agencyCode, userName: administrator.userName },
    });
  }
}
