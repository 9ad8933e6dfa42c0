import { verify } from '@node-rs/argon2';
import { hashPassword } from '#identity';
import { type Figure, median } from './figures.js';
import { measureLoad, type Load } from './load.js';
import type { Options } from './options.js';
import { ProvinceServer } from './province-server.js';
import { RawClient } from './raw-client.js';
import type { Scratch } from './scratch.js';
import { bareServer, ServerProcess } from './server-process.js';

const signIns = 20;
const rounds = 3;

/** How long a sign-in takes and how much of that is argon2; what an authenticated request costs beside a bare one. */
export async function measureSignIn(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const province = await ProvinceServer.start(scratch);
  return [...(await signInFigures(province)), ...(await requestFigures(province, scratch))];
}

async function signInFigures(province: ProvinceServer): Promise<readonly Figure[]> {
  const credentials = province.credentials('clerk');
  const hash = await hashPassword(credentials.password);
  const whole: number[] = [];
  const verifying: number[] = [];
  for (let time = 0; time <= signIns; time += 1) {
    whole.push(await timed(async () => (await RawClient.signIn(province.server.url, credentials)).close()));
    verifying.push(await timed(() => verify(hash, credentials.password)));
  }
  const argon2: Figure = { what: 'argon2id alone', unit: 'ms', values: verifying.slice(1) };
  const share = (median(argon2.values) / median(whole.slice(1))) * 100;
  return [
    { what: 'sign-in', unit: 'ms', values: whole.slice(1), against: argon2 },
    argon2,
    { what: 'share of argon2id in a sign-in', unit: '%', values: [share] },
  ];
}

async function requestFigures(province: ProvinceServer, scratch: Scratch): Promise<readonly Figure[]> {
  const bare = await ServerProcess.start(bareServer({ DATABASE_URL: province.databaseUrl }), scratch);
  const bareClient = RawClient.anonymous(bare.url);
  const anonymous = RawClient.anonymous(province.server.url);
  const clerk = await RawClient.signIn(province.server.url, province.credentials('clerk'));
  scratch.onEnd(() => [bareClient, anonymous, clerk].forEach((client) => client.close()));
  const [desk, live, empty] = [[] as Load[], [] as Load[], [] as Load[]];
  for (let round = 0; round < rounds; round += 1) {
    desk.push(await measureLoad(() => clerk.get('/desk')));
    live.push(await measureLoad(() => anonymous.get('/health/live')));
    empty.push(await measureLoad(() => bareClient.get('/desk')));
  }
  const perSecond = (what: string, loads: readonly Load[]): Figure => {
    return { what, unit: 'requests/s', values: loads.map((load) => load.perSecond) };
  };
  const bareRoute = perSecond('GET of a bare Nest route', empty);
  return [
    { ...perSecond('GET /desk, signed in', desk), against: bareRoute },
    { ...perSecond('GET /health/live, no session, no database', live), against: bareRoute },
    bareRoute,
    { what: 'GET /desk, half are faster than', unit: 'ms', values: desk.map(({ medianMs }) => medianMs) },
    { what: 'GET /desk, 99 of 100 are faster than', unit: 'ms', values: desk.map(({ slowMs }) => slowMs) },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
