import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { PlainFault } from '#platform';
import { DraftPlan, ReadPlanFile } from '#reorganisation';
import { withApplication } from '../open-application.js';

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new PlainFault(`The file ${file} can’t be read.`, { cause: error });
  }
}

export const reorganiseCommand = new Command('reorganise')
  .description('load a plan of reorganisation from a file as a draft; nothing of it happens before it is scheduled')
  .requiredOption('--plan <file>', 'the plan, as in samples/reorganisation-2025-07-01/plan.json')
  .option('--day <day>', 'the day on which it takes effect, such as 2026-07-01, in place of the one in the file')
  .action(async ({ plan, day }: { plan: string; day?: string }) => {
    const text = await textOf(plan);
    const id = await withApplication(async (app) => {
      const read = await app.get(ReadPlanFile, { strict: false }).execute(text, day);
      return app.get(DraftPlan, { strict: false }).execute(null, read);
    });
    console.log(`The plan is there as a draft: ${id}`);
  });
