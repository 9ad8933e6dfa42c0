import { Command } from 'commander';

export const reorganiseCommand = new Command('reorganise')
  .description('load a plan of reorganisation from a file as a draft; nothing of it happens before it is scheduled')
  .requiredOption('--plan <file>', 'the plan, as in samples/reorganisation-2025-07-01/plan.json')
  .option('--day <day>', 'the day on which it takes effect, such as 2026-07-01, in place of the one in the file')
  .action(async ({ plan, day }: { plan: string; day?: string }) =>
    (await import('../runs/reorganise.js')).draftPlan(plan, day),
  );
