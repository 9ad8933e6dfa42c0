import { Command } from 'commander';
import { VerifyAudit } from '#audit';
import { withApplication } from '../open-application.js';

const verify = new Command('verify')
  .description('read the whole trail again; names each row that was changed, removed or inserted, exit code 1 if any')
  .action(async () => {
    const result = await withApplication((app) =>
      app.get(VerifyAudit, { strict: false }).execute((checked) => {
        if (process.stderr.isTTY) {
          process.stderr.write(`\r${checked} entries read`);
        }
      }),
    );
    for (const fault of result.faults) {
      console.log(`${fault.fault}: entry ${fault.entryId}, chain ${fault.chain}, position ${fault.position ?? '–'}`);
    }
    const unsealed = `${result.unsealed} not sealed yet`;
    console.log(`${result.checked} entries verified, ${unsealed}, ${result.faults.length} fault(s)`);
    process.exitCode = result.faults.length === 0 ? 0 : 1;
  });

export const auditCommand = new Command('audit').description('the trail').addCommand(verify);
