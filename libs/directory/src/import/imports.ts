import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { mayManageAgencies } from '../agency-policy.js';
import { DirectorySnapshots } from './directory-snapshot.js';
import { digestOf, type ImportPlan } from './import-plan.js';
import type { ReadRows } from './import-row.js';
import { planImport } from './plan-import.js';

/** What came of a file, looked at or imported. */
export interface ImportOutcome extends ImportPlan {
  readonly digest: string;
  readonly imported: boolean;
}

/** Compares files with the directory as it is now, for the preview and for the import itself. */
@Injectable()
export class Imports {
  constructor(
    private readonly snapshots: DirectorySnapshots,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`. */
  checkActor(actor: Actor): void {
    if (!mayManageAgencies(actor)) {
      throw new DomainError('permission.denied');
    }
  }

  async compare(read: ReadRows): Promise<ImportOutcome> {
    const plan = await planImport(read, await this.snapshots.read(), dayOf(this.clock.now()));
    return { ...plan, digest: await digestOf(plan), imported: false };
  }
}
