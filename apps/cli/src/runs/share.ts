import { RecountShare } from '#metrics';
import { withApplication } from '../open-application.js';

export async function recountShare(): Promise<void> {
  console.error('Reading the registers …');
  const result = await withApplication((app) => app.get(RecountShare, { strict: false }).execute());
  for (const difference of result.differences) {
    console.log(JSON.stringify(difference));
  }
  const seconds = (result.milliseconds / 1000).toFixed(1);
  console.log(`${result.checked} exchanges counted again in ${seconds} s, ${result.differences.length} difference(s)`);
  process.exitCode = result.differences.length === 0 ? 0 : 1;
}
