import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#platform';
import { findPrograms } from '#testing';
import { arrivalAt, documentIn } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('tracking.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let sender: Office;
let recipients: readonly Office[];

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipients = [await officeOf(app, 'kimboi'), await officeOf(app, 'stc'), await officeOf(app, 'sct')];
  desks = await Desks.open(app.url);
});

afterAll(async () => {
  await desks.close();
  await app.stop();
});

afterEach(() => {
  const faults = desks.faults.splice(0);
  if (faults.length > 0) {
    throw new Error(`the pages complained: ${faults.join('; ')}`);
  }
});

describe.skipIf(!withChromium)('following a document in a browser', { timeout: storyMs }, () => {
  it('its steps move by themselves as three recipients go on, and who is late stands in words and in a list', async () => {
    const document = await documentIn(
      'sent',
      sender,
      recipients.map(({ agencyId }) => agencyId),
    );
    const [first, second, third] = await Promise.all(recipients.map((office) => arrivalAt(office, document)));
    const page = await desks.signIn('chuyenvien1.snv', { at: `/outgoing/${document.id}` });
    const line = (office: Office) => page.locator(`[data-recipient="${office.clerk.session.post.agency.code}"]`);
    const [accepting, refusing, sleeping] = recipients.map((office) => line(office));
    await accepting?.getByRole('button').first().press('Enter');
    await accepting?.getByText('Tiếp theo: nơi nhận tiếp nhận hoặc từ chối').waitFor();

    await recipients[0]?.clerk.post(`/arrivals/${first?.id}/accept`);
    await accepting?.getByText('Tiếp theo: nơi nhận phân công, xử lý.').waitFor();
    expect(await accepting?.locator('[data-step="done"]').count()).toBe(3);
    await recipients[1]?.clerk.post(`/arrivals/${second?.id}/refuse`, { reason: 'Gửi nhầm nơi nhận' });
    await refusing?.getByText('Từ chối').first().waitFor();

    await app.server.get(Database).query(
      `UPDATE deliveries SET state_at = state_at - interval '10 days'
        WHERE id = (SELECT delivery_id FROM arrivals WHERE id = $1)`,
      [third?.id],
    );
    await page.goto('/late-deliveries');
    await page.locator('[data-late="not-answered"]').click();
    await sleeping?.getByText('Chậm: chưa tiếp nhận').waitFor();

    const hand = await desks.signIn('chuyenvien1.snv', { ...phone, at: '/late-deliveries' });
    await hand.locator('[data-late="not-answered"]').waitFor();
    expect(await overflows(hand)).toBe(false);
  });
});
