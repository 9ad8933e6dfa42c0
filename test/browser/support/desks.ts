import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '#testing';
import { password } from '../../start-app.js';

/** Longest wait for anything on a page; a busy machine with two cores needs some of it. */
const patienceMs = 30_000;

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** People before their screens, each in a browser context of their own, and whatever went wrong on any screen. */
export class Desks {
  readonly faults: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async open(url: string): Promise<Desks> {
    const { executablePath, args } = findChromium();
    return new Desks(await chromium.launch({ executablePath, args: [...args] }), url);
  }

  /** A page at the sign-in, in nobody’s name yet. */
  async stranger(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.page(options);
    await page.goto('/sign-in');
    return page;
  }

  /** A page of somebody who is signed in, at their first place or another: the form itself is for the stories of signing in. */
  async signIn(
    userName: string,
    { at = '/', ...options }: BrowserContextOptions & { at?: string } = {},
  ): Promise<Page> {
    const page = await this.page(options);
    const answer = await page.context().request.post('/api/v1/session', { data: { userName, password } });
    if (!answer.ok()) {
      throw new Error(`${userName} was not signed in: ${await answer.text()}`);
    }
    await page.goto(at);
    return page;
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
    await this.browser.close();
  }

  private async page(options: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      viewport: { width: 1366, height: 768 },
      locale: 'vi-VN',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(patienceMs);
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.faults.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    return page;
  }
}
