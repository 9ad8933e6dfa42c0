import type { TestProject } from 'vitest/node';
import { EngineHost } from './engine-host.js';

/**
 * Opens the host of a run's engines and tells the test files where it is. Engines are started when a test file asks
 * for one; a run of everything (`npm test`) starts them at once instead, side by side with the unit tests.
 */
export async function setUpEngines(project: TestProject): Promise<() => Promise<void>> {
  const host = await EngineHost.open();
  project.provide('engines', host.url);
  if (process.env['VANTHU_TEST_START_AHEAD'] === 'yes') {
    host.startAll();
  }
  return () => host.close();
}
