import { Command, InvalidArgumentError } from 'commander';
import {
  Audit,
  type AuditFault,
  type AuditVerification,
  type KeptAnchor,
  NewestAnchorQuery,
  VerifyAudit,
} from '#audit';
import { withApplication } from '../open-application.js';

const verify = new Command('verify')
  .description('read the whole trail again; names each row that was changed, removed or inserted, exit code 1 if any')
  .option('--anchor <number:hash>', 'an anchor that was kept outside: is it still part of the trail?', keptAnchor)
  .action(async ({ anchor }: { anchor?: KeptAnchor }) => {
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
  });

const anchorCommand = new Command('anchor')
  .description('print the newest anchor of the trail, to be kept outside: on paper, or in a letter')
  .action(async () => {
    const anchor = await withApplication((app) => app.get(NewestAnchorQuery, { strict: false }).find());
    console.log(
      anchor === undefined
        ? 'Nothing is sealed yet.'
        : `${anchor.number}:${anchor.hash}  (${anchor.anchoredAt.toISOString()})`,
    );
  });

export const auditCommand = new Command('audit').description('the trail').addCommand(verify).addCommand(anchorCommand);

function keptAnchor(text: string): KeptAnchor {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  if (number === undefined || hash === undefined) {
    throw new InvalidArgumentError('An anchor reads number:hash, as `vanthu audit anchor` printed it.');
  }
  return { number: Number(number), hash };
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
