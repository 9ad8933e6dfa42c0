// Finds the programs that the tests run against real engines, and installs the missing ones where that is possible:
// as root on Debian and its relatives. Writes nothing into the repository.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Tool
 * @property {string} title What is missing, when it is.
 * @property {readonly string[]} packages Debian's packages that bring it.
 * @property {string} without What does not run without it.
 * @property {() => string} find Answers an empty string when it is missing.
 * @property {() => boolean} [couldBeBetter] Whether what was found serves, but the packages bring something better.
 * @property {string} [variable] The environment variable that hands the answer on to the tests.
 */

/** @type {readonly Tool[]} */
const TOOLS = [
  {
    title: 'Redis (redis-server)',
    packages: ['redis-server'],
    without: 'the tests of the queue on Redis are skipped',
    find: () => program('redis-server'),
    variable: 'VANTHU_TEST_REDIS',
  },
  {
    // Half the processor time of a Chromium with windows.
    title: 'a browser (chromium-headless-shell)',
    packages: ['chromium-headless-shell'],
    without: 'the tests in the browser are skipped',
    find: () => BROWSERS.map((name) => program(name)).find(Boolean) ?? '',
    couldBeBetter: () => program(BROWSERS[0]) === '',
    variable: 'VANTHU_TEST_CHROMIUM',
  },
  {
    title: 'a malware scanner (clamd)',
    packages: ['clamav-daemon'],
    without: 'the tests of malware in files are skipped',
    find: () => program('clamd'),
    variable: 'VANTHU_TEST_CLAMD',
  },
  {
    title: 'LibreOffice (soffice)',
    packages: ['libreoffice-writer-nogui'],
    without: 'the tests of Word files as PDF are skipped',
    find: () => program('soffice') || program('libreoffice'),
    variable: 'VANTHU_TEST_SOFFICE',
  },
  {
    title: 'LibreOffice Calc',
    packages: ['libreoffice-calc-nogui'],
    without: 'the test of an Excel file as PDF is skipped',
    find: () => (existsSync(CALC) ? 'yes' : ''),
    variable: 'VANTHU_TEST_CALC',
  },
  {
    title: 'an S3 store (radosgw, ceph-mon, ceph-osd, ceph)',
    packages: ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'],
    without: 'the tests of files in S3 are skipped',
    find: () => (CEPH.every((name) => program(name) !== '') ? 'yes' : ''),
    variable: 'VANTHU_TEST_S3',
  },
  {
    title: 'a font with Vietnamese letters (Noto Sans or DejaVu)',
    packages: ['fonts-noto-core'],
    without: 'pages in the browser tests may show boxes instead of letters',
    find: () => (FONTS.some((folder) => hasFont(folder)) ? 'yes' : ''),
  },
];

const BROWSERS = /** @type {const} */ (['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']);

const CEPH = ['radosgw', 'radosgw-admin', 'ceph-mon', 'ceph-osd', 'ceph', 'ceph-authtool', 'monmaptool'];

/** What Debian's package of Calc brings. */
const CALC = '/usr/lib/libreoffice/program/libsclo.so';

const FONTS = ['/usr/share/fonts/truetype/noto', '/usr/share/fonts/truetype/dejavu', '/System/Library/Fonts'];

/**
 * @returns {{ env: Record<string, string>; missing: readonly string[] }} The environment for the tests, and a sentence
 * for each tool that is missing even now.
 */
export function ensureTools() {
  const packages = TOOLS.filter((tool) => isWanted(tool)).flatMap((tool) => tool.packages);
  if (packages.length > 0 && canInstall()) {
    install(packages);
  }
  /** @type {Record<string, string>} */
  const env = {};
  const missing = [];
  for (const tool of TOOLS) {
    const value = valueOf(tool);
    if (tool.variable !== undefined) {
      env[tool.variable] = value;
    }
    if (value === '') {
      missing.push(`Missing: ${tool.title}; ${tool.without}. On Debian: apt-get install ${tool.packages.join(' ')}`);
    }
  }
  return { env, missing };
}

/** @param {Tool} tool A path in the environment wins, for programs in unusual places; an empty one means: do without. */
function valueOf(tool) {
  const given = tool.variable === undefined ? undefined : process.env[tool.variable];
  return given ?? tool.find();
}

/** @param {Tool} tool */
function isWanted(tool) {
  const isGiven = tool.variable !== undefined && process.env[tool.variable] !== undefined;
  return !isGiven && (tool.find() === '' || tool.couldBeBetter?.() === true);
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && program('apt-get') !== '';
}

/** @param {readonly string[]} packages */
function install(packages) {
  console.log(`Installing what the tests need from Debian: ${packages.join(' ')}`);
  // Somebody else may be installing: wait for the lock instead of failing.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=600', '-o', 'Dpkg::Use-Pty=0'];
  apt([...options, 'update']);
  apt([...options, 'install', '-y', '--no-install-recommends', ...packages]);
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) {
    console.log(`${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-15).join('\n'));
  }
}

/**
 * @param {string} name
 * @returns {string} Its path, or an empty string. System folders count even when an ordinary user's path lacks them.
 */
function program(name) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, name)).find((path) => isProgram(path)) ?? '';
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string} folder */
function hasFont(folder) {
  return existsSync(folder) && readdirSync(folder).some((file) => /^(NotoSans-|DejaVuSans|Helvetica)/.test(file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { env, missing } = ensureTools();
  for (const [name, value] of Object.entries(env)) {
    console.log(`${name}=${value}`);
  }
  for (const line of missing) {
    console.log(line);
  }
  process.exitCode = missing.length > 0 && process.env['CI'] === 'true' ? 1 : 0;
}
