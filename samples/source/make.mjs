import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** Prints every source beside this file to a PDF one folder up: real text, fonts embedded as subsets. */
const here = dirname(fileURLToPath(import.meta.url));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const page = await browser.newPage();
  for (const name of readdirSync(here).filter((file) => file.endsWith('.html'))) {
    await page.goto(pathToFileURL(join(here, name)).href);
    await page.evaluate(() => document.fonts.ready);
    await page.pdf({
      path: join(here, '..', name.replace('.html', '.pdf')),
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
    });
    console.log(name);
  }
} finally {
  await browser.close();
}
