import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PostgresFailed } from './postgres-failed.js';

/** The system user a program runs as; undefined stands for the one we are. */
export type EngineUser = Readonly<{ uid: number; gid: number }>;

export type Outcome = Readonly<{ ok: boolean; output: string }>;

const run = promisify(execFile);

/** The name Debian, Red Hat and the official images give to the owner of databases. */
const USER_NAME = 'postgres';

/**
 * Runs a program to its end as the given user. It starts in the root folder, since the user may be unable to enter
 * ours, and with a small environment, since variables such as PGDATA or LC_ALL would change what PostgreSQL does.
 */
export async function runAs(user: EngineUser | undefined, program: string, args: readonly string[]): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(program, args, { ...user, cwd: '/', env: engineEnvironment() });
    return { ok: true, output: `${stdout}${stderr}` };
  } catch (error) {
    return { ok: false, output: outputOf(error) };
  }
}

export function engineEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
}

/** Asks the system itself whether the user may enter a folder: modes, lists and mounts all count. */
export async function canEnter(user: EngineUser | undefined, folder: string): Promise<boolean> {
  const { ok } = await runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]);
  return ok;
}

/** PostgreSQL refuses to run as root; then it runs as the system user `postgres`, made when missing. */
export async function postgresUser(): Promise<EngineUser | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  return (await findUser()) ?? (await createUser());
}

async function findUser(): Promise<EngineUser | undefined> {
  const uid = await runAs(undefined, 'id', ['-u', USER_NAME]);
  const gid = await runAs(undefined, 'id', ['-g', USER_NAME]);
  return uid.ok && gid.ok ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
}

async function createUser(): Promise<EngineUser> {
  const said: string[] = [];
  // The first pair is shadow's (Debian, Red Hat, SUSE), the second BusyBox's (Alpine). A group may be there already.
  const ways = [
    ['groupadd --system', 'useradd --system --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin --gid'],
    ['addgroup -S', 'adduser -S -D -H -h /nonexistent -s /sbin/nologin -G'],
  ] as const;
  for (const [makeGroup, makeUser] of ways) {
    for (const line of [`${makeGroup} ${USER_NAME}`, `${makeUser} ${USER_NAME} ${USER_NAME}`]) {
      const { output } = await runAs(undefined, '/bin/sh', ['-c', `PATH=$PATH:/usr/sbin:/sbin; ${line}`]);
      said.push(...output.split('\n').filter(Boolean));
    }
    const user = await findUser();
    if (user !== undefined) {
      return user;
    }
  }
  throw new PostgresFailed(
    `PostgreSQL does not run as root, and the system user "${USER_NAME}" could not be made. ` +
      'Start Văn Thư as an ordinary user.',
    said,
  );
}

function outputOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const texts = ['stdout', 'stderr'].map((key) => Reflect.get(error, key)).filter((text) => typeof text === 'string');
  const output = texts.join('');
  return output === '' ? error.message : output;
}
