import { inject } from 'vitest';
import type { EngineAddresses, EngineName } from './engine-address.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test files ask for engines. */
    engines: string;
  }
}

/** The address of an engine of this run; the first who asks waits until it has started. */
export async function askEngine<Name extends EngineName>(name: Name): Promise<EngineAddresses[Name]> {
  const response = await fetch(`${inject('engines')}/${name}`);
  const body: unknown = await response.json();
  if (!response.ok) {
    throw new Error(`The engine "${name}" is not to be had: ${String(body)}`);
  }
  return body as EngineAddresses[Name];
}
