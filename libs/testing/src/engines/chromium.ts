import { MissingProgram } from './missing-program.js';
import { findPrograms } from './programs.js';

export interface TestChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** How playwright-core starts the system's Chromium. */
export function findChromium(): TestChromium {
  const executablePath = findPrograms().chromium;
  if (executablePath === '') {
    throw new MissingProgram('chromium', 'chromium-headless-shell fonts-noto-core');
  }
  return {
    executablePath,
    args: [
      // The sandbox refuses root, as which containers run their tests; only our own pages are opened.
      '--no-sandbox',
      '--disable-quic',
      // Nothing but the tests may use the network.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Containers give shared memory of 64 MB, which a page can fill.
      '--disable-dev-shm-usage',
    ],
  };
}
