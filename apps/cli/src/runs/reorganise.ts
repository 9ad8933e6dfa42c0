import { readFile } from 'node:fs/promises';
import { PlainFault } from '#platform';
import { DraftPlan, ReadPlanFile } from '#reorganisation';
import { withApplication } from '../open-application.js';

export async function draftPlan(file: string, day?: string): Promise<void> {
  const text = await textOf(file);
  const id = await withApplication(async (app) => {
    const read = await app.get(ReadPlanFile, { strict: false }).execute(text, day);
    return app.get(DraftPlan, { strict: false }).execute(null, read);
  });
  console.log(`The plan is there as a draft: ${id}`);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new PlainFault(`The file ${file} can’t be read.`, { cause: error });
  }
}
