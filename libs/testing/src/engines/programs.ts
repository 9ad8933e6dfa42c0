import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const CEPH = ['radosgw', 'radosgw-admin', 'ceph-mon', 'ceph-osd', 'ceph', 'ceph-authtool', 'monmaptool'];

const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** What Debian's package of Calc brings. */
const CALC = '/usr/lib/libreoffice/program/libsclo.so';

export interface Programs {
  /** Paths; empty when missing. */
  readonly redis: string;
  readonly chromium: string;
  readonly clamd: string;
  readonly soffice: string;
  /** Whether LibreOffice opens Excel files too. */
  readonly calc: boolean;
  readonly s3: boolean;
}

/** What `npm test` found, or, when the tests are run without it, what lies on the path. */
export function findPrograms(): Programs {
  const {
    VANTHU_TEST_REDIS,
    VANTHU_TEST_CHROMIUM,
    VANTHU_TEST_CLAMD,
    VANTHU_TEST_SOFFICE,
    VANTHU_TEST_CALC,
    VANTHU_TEST_S3,
  } = process.env;
  return {
    redis: VANTHU_TEST_REDIS ?? pathOf('redis-server'),
    chromium: VANTHU_TEST_CHROMIUM ?? BROWSERS.map(pathOf).find(Boolean) ?? '',
    clamd: VANTHU_TEST_CLAMD ?? pathOf('clamd'),
    soffice: VANTHU_TEST_SOFFICE ?? ['soffice', 'libreoffice'].map(pathOf).find(Boolean) ?? '',
    calc: VANTHU_TEST_CALC === undefined ? existsSync(CALC) : VANTHU_TEST_CALC === 'yes',
    s3: VANTHU_TEST_S3 === undefined ? CEPH.every((name) => pathOf(name) !== '') : VANTHU_TEST_S3 === 'yes',
  };
}

/** The path of a program, or an empty string. System folders count even when an ordinary user's path lacks them. */
export function pathOf(name: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? '';
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
