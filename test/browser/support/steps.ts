import type { Locator, Page } from 'playwright-core';

export interface DraftToWrite {
  readonly subject: string;
  readonly type: string;
  readonly recipients: readonly string[];
  readonly groups?: readonly string[];
  readonly file: string;
  /** Names of those whose opinion is asked first, in turn. */
  readonly reviewers?: readonly string[];
}

export function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

/** Answers the question that stands before what can’t be undone. */
export async function confirm(page: Page, word: string): Promise<void> {
  await dialog(page).getByRole('button', { name: word, exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

async function addRecipient(page: Page, name: string): Promise<void> {
  await page.getByLabel('Thêm nơi nhận').fill(name);
  await page.getByRole('option', { name }).first().click();
  await page.getByRole('listitem').filter({ hasText: name }).waitFor();
}

/** Writes a draft with its file and recipients, as a civil servant does, and lays it before the leader. */
export async function draftAndSubmit(page: Page, draft: DraftToWrite): Promise<void> {
  await page.getByRole('link', { name: 'Soạn văn bản' }).first().click();
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill(draft.subject);
  await page.getByLabel('Loại văn bản').first().click();
  await page.getByRole('option', { name: draft.type }).click();
  await page.locator('input[type=file]').setInputFiles(draft.file);
  await page.locator('[data-part]').waitFor();
  for (const name of draft.recipients) {
    // One after the other: they are picked from the same list.
    await addRecipient(page, name);
  }
  for (const name of draft.groups ?? []) {
    await page.getByLabel('Thêm nhóm nơi nhận').first().click();
    await page.getByRole('option', { name }).first().click();
    await page.getByRole('listitem').filter({ hasText: name }).waitFor();
  }
  for (const name of draft.reviewers ?? []) {
    await page.getByRole('combobox', { name: 'Thêm người cho ý kiến' }).fill(name);
    await page.getByRole('option', { name }).first().click();
    await page.locator('[data-reviewer]').filter({ hasText: name }).waitFor();
  }
  await page.getByText('Đã lưu lúc').waitFor();
  const next = draft.reviewers === undefined ? 'Trình lãnh đạo' : 'Gửi lấy ý kiến';
  await page.getByRole('button', { name: next }).click();
  await confirm(page, next);
  await page.waitForURL((address) => /^\/outgoing\/[0-9a-f-]{36}$/.test(address.pathname));
}

/** Counts dark pixels; a script in text, because this side of the test knows no DOM. */
const countInk = `(() => {
  const canvas = document.querySelector('[data-page="1"] canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) {
    dark += data[at] < 100 && data[at + 3] > 200 ? 1 : 0;
  }
  return dark;
})()`;

/** Waits until the first page of the PDF is on its canvas, and says whether there is ink on it. */
export async function hasInk(page: Page): Promise<boolean> {
  await page.locator('[data-page="1"][data-drawn]').waitFor();
  return (await page.evaluate<number>(countInk)) > 500;
}

/** Whether a page has to be pushed sideways to be read. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
}
