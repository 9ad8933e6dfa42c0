import {
  Audit,
  type AuditFault,
  type AuditVerification,
  type KeptAnchor,
  NewestAnchorQuery,
  VerifyAudit,
} from '#audit';
import { withApplication } from '../open-application.js';

export async function verifyTrail(anchor?: KeptAnchor): Promise<void> {
  const result = await withApplication(async (app) => {
    const verification = await app
      .get(VerifyAudit, { strict: false })
      .execute({ ...(anchor !== undefined && { anchor }), onProgress: showProgress });
    await app.get(Audit, { strict: false }).record(null, recordOf(verification));
    return verification;
  });
  for (const fault of result.faults) {
    console.log(lineOf(fault));
  }
  const unsealed = `${result.unsealed} not sealed yet`;
  console.log(`${result.checked} entries verified, ${unsealed}, ${result.faults.length} fault(s)`);
  process.exitCode = result.faults.length === 0 ? 0 : 1;
}

export async function printAnchor(): Promise<void> {
  const anchor = await withApplication((app) => app.get(NewestAnchorQuery, { strict: false }).find());
  console.log(
    anchor === undefined
      ? 'Nothing is sealed yet.'
      : `${anchor.number}:${anchor.hash}  (${anchor.anchoredAt.toISOString()})`,
  );
}

function showProgress(checked: number): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r${checked} entries read`);
  }
}

/** When somebody last looked, and whether all was well, is itself on record. */
function recordOf({ checked, faults }: AuditVerification): Parameters<Audit['record']>[1] {
  return {
    action: 'trail.verified',
    objectType: 'trail',
    objectId: 'all',
    agencyId: null,
    data: { checked, faults: faults.length },
  };
}

function lineOf({ fault, entryId, chain, position, at }: AuditFault): string {
  return `${fault}: entry ${entryId ?? '–'}, chain ${chain}, position ${position ?? '–'}, ${at?.toISOString() ?? '–'}`;
}
