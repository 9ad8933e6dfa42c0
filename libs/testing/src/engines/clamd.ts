import { rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { ChildEngine } from './child-engine.js';
import { freePort } from './free-port.js';
import { MissingProgram } from './missing-program.js';
import { findPrograms } from './programs.js';
import { tempFolder } from './temp-folder.js';
import { waitUntil } from './wait-until.js';

export interface TestClamd {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ClamdSettings {
  readonly port?: number;
  /** In bytes. */
  readonly streamMaxLength?: number;
}

/** The harmless text that every scanner takes for malware; in two parts, so that none takes this file for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Debian’s clamd on a port, with a database of ours that knows one thing: EICAR, wherever it stands in a file. */
export async function startClamd({ port, streamMaxLength }: ClamdSettings = {}): Promise<TestClamd> {
  const program = findPrograms().clamd;
  if (program === '') {
    throw new MissingProgram('clamd', 'clamav-daemon');
  }
  const folder = tempFolder('clamd');
  const address = port ?? (await freePort());
  writeFileSync(join(folder, 'own.ndb'), `Eicar-Test-Signature:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  const config = join(folder, 'clamd.conf');
  writeFileSync(
    config,
    [
      'Foreground yes',
      `DatabaseDirectory ${folder}`,
      'TCPAddr 127.0.0.1',
      `TCPSocket ${address}`,
      'AlertExceedsMax yes',
      ...(streamMaxLength === undefined ? [] : [`StreamMaxLength ${streamMaxLength}`]),
      '',
    ].join('\n'),
  );
  const engine = ChildEngine.spawn(program, ['--config-file', config]);
  const stop = async (): Promise<void> => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil(
      'clamd answers PING',
      20_000,
      async () => (await ping(address)).startsWith('PONG'),
      () => engine.assertRunning(),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `tcp://127.0.0.1:${address}`, stop };
}

function ping(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write('zPING\0'));
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString('utf8'));
    });
    socket.once('error', reject);
  });
}
