import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cephConfig } from './ceph-config.js';
import { ChildEngine } from './child-engine.js';
import { freePort } from './free-port.js';
import { MissingProgram } from './missing-program.js';
import { findPrograms, pathOf } from './programs.js';
import { tempFolder } from './temp-folder.js';
import { waitUntil } from './wait-until.js';

export interface TestS3 {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The gateway's own process. */
  gateway(): ChildEngine;
  /** After the gateway has ended: a new one, at the same address, over the same store. */
  restartGateway(): Promise<void>;
  stop(): Promise<void>;
}

const ACCESS_KEY = 'test-access';
const SECRET_KEY = 'test-secret-key';

const run = promisify(execFile);

/**
 * A real S3 store: Ceph's gateway over one monitor and one store in memory. It knows Object Lock and presigned
 * addresses, which the simple stores lack, and takes about ten seconds to start.
 */
export async function startS3(): Promise<TestS3> {
  if (!findPrograms().s3) {
    throw new MissingProgram('radosgw, ceph-mon, ceph-osd or ceph', 'radosgw ceph-mon ceph-osd ceph-common');
  }
  const folder = tempFolder('s3');
  const daemons: ChildEngine[] = [];
  const stop = async (): Promise<void> => {
    // The gateway first: without its store it would wait for answers instead of ending.
    for (const daemon of daemons.toReversed()) {
      await daemon.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const endpoint = await startCeph(folder, daemons);
    return {
      endpoint,
      accessKey: ACCESS_KEY,
      secretKey: SECRET_KEY,
      gateway: () => lastOf(daemons),
      restartGateway: () => startGateway(folder, daemons, endpoint),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startCeph(folder: string, daemons: ChildEngine[]): Promise<string> {
  const [fsid, store] = [randomUUID(), randomUUID()];
  const [monitorPort, gatewayPort] = [await freePort(), await freePort()];
  const [config, keys, map] = [join(folder, 'ceph.conf'), join(folder, 'keyring'), join(folder, 'monmap')];
  mkdirSync(join(folder, 'mon'));
  mkdirSync(join(folder, 'osd'));
  writeFileSync(config, cephConfig(folder, fsid, monitorPort, gatewayPort));

  await tool('monmaptool', ['--create', '--addv', 'a', `[v2:127.0.0.1:${monitorPort}]`, '--fsid', fsid, map]);
  await tool('ceph-authtool', ['--create-keyring', keys, '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *']);
  await tool('ceph-authtool', [keys, '--gen-key', '-n', 'client.admin', ...caps('mon', 'osd', 'mgr')]);
  await tool('ceph-authtool', [keys, '--gen-key', '-n', 'osd.0', '--cap', 'mon', 'allow profile osd', ...caps('osd')]);
  await tool('ceph-mon', ['-c', config, '--mkfs', '-i', 'a', '--monmap', map, '--keyring', keys]);
  daemons.push(ChildEngine.spawn(pathOf('ceph-mon'), ['-c', config, '-i', 'a', '-f']));

  // The first command waits until the monitor answers.
  await tool('ceph', ['-c', config, 'osd', 'new', store]);
  await tool('ceph', ['-c', config, 'auth', 'import', '-i', keys]);
  await tool('ceph-osd', ['-c', config, '-i', '0', '--mkfs', '--osd-uuid', store]);
  daemons.push(ChildEngine.spawn(pathOf('ceph-osd'), ['-c', config, '-i', '0', '-f']));
  await tool('ceph', ['-c', config, 'osd', 'crush', 'add', 'osd.0', '1.0', 'root=default', 'host=localhost']);
  const endpoint = `http://localhost:${gatewayPort}`;
  await startGateway(folder, daemons, endpoint);
  const keyPair = [`--access-key=${ACCESS_KEY}`, `--secret-key=${SECRET_KEY}`];
  await tool('radosgw-admin', ['-c', config, 'user', 'create', '--uid=test', '--display-name=test', ...keyPair]);
  return endpoint;
}

async function startGateway(folder: string, daemons: ChildEngine[], endpoint: string): Promise<void> {
  const args = ['-c', join(folder, 'ceph.conf'), '-n', 'client.admin', '--no-mon-config', '-f'];
  const gateway = ChildEngine.spawn(pathOf('radosgw'), args);
  daemons.push(gateway);
  await waitUntil(
    'the S3 gateway answers',
    60_000,
    async () => (await fetch(endpoint.replace('localhost', '127.0.0.1'))).ok,
    () => gateway.assertRunning(),
  );
}

function lastOf(daemons: readonly ChildEngine[]): ChildEngine {
  const last = daemons.at(-1);
  if (last === undefined) {
    throw new Error('there is no daemon');
  }
  return last;
}

function caps(...services: readonly string[]): string[] {
  return services.flatMap((service) => ['--cap', service, 'allow *']);
}

async function tool(name: string, args: readonly string[]): Promise<void> {
  // Ceph's tools wait for ever when a daemon does not answer.
  await run(pathOf(name), args, { timeout: 40_000, killSignal: 'SIGKILL' });
}
