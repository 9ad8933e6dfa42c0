import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AddPeople } from '#identity';
import { productFolder } from '#platform';
import { findPrograms } from '#testing';
import { passwordHash, startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, draftAndSubmit, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const pdf = join(productFolder, 'samples', 'quyet-dinh-so-noi-vu.pdf');
const recipients = ['Sở Tài chính'];

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('people.spec.ts: chromium is missing, the stories in the browser are skipped');
}

let app: TestApp;
let desks: Desks;

beforeAll(async () => {
  app = await startTestApp();
  const post = { agencyCode: 'H28.02', role: 'agency-administrator', position: 'Quản trị cơ quan' } as const;
  await app.server
    .get(AddPeople)
    .execute([{ fullName: 'Bùi Văn Quản', userName: 'quantri.snv', passwordHash, ...post }]);
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

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await dialog(page).getByLabel(label).first().click();
  await page.getByRole('option', { name: option }).click();
}

describe.skipIf(!withChromium)('people in a browser', { timeout: storyMs }, () => {
  it('come with a first post and a link, and choose their password by it', async () => {
    const page = await desks.signIn('quantri.snv');
    await page.getByRole('link', { name: 'Cán bộ' }).first().click();
    await page.getByRole('link', { name: 'Đơn vị trong cơ quan' }).click();
    await page.getByRole('button', { name: 'Thêm đơn vị' }).first().click();
    await dialog(page).getByLabel('Tên đơn vị').fill('Văn phòng Sở');
    await dialog(page).getByLabel('Chữ viết tắt').fill('VP');
    await dialog(page).getByRole('button', { name: 'Thêm đơn vị' }).click();
    await page.getByText('Văn phòng Sở').waitFor();

    await page.getByRole('link', { name: 'Cán bộ' }).first().click();
    await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
    await dialog(page).getByLabel('Họ và tên').fill('Đinh Thị Mơ');
    await dialog(page).getByLabel('Tên đăng nhập').fill('mo.snv');
    await dialog(page).getByRole('textbox', { name: 'Chức vụ' }).fill('Phó Giám đốc');
    await choose(page, 'Vai trò trong hệ thống', 'Lãnh đạo');
    await choose(page, 'Đơn vị', 'Văn phòng Sở');
    await dialog(page).getByLabel('KT. (ký thay)').check();
    await dialog(page).getByRole('button', { name: 'Thêm cán bộ' }).click();
    await page.getByRole('heading', { name: 'Đinh Thị Mơ' }).waitFor();
    await page.getByText('Lãnh đạo · Văn phòng Sở · Sở Nội vụ').waitFor();
    await page.getByRole('button', { name: 'Tạo liên kết mời' }).click();
    const link = await dialog(page).locator('[data-invitation]').textContent();
    const path = new URL(link ?? '').pathname + new URL(link ?? '').hash;

    const invited = await desks.stranger();
    await invited.goto(path);
    const chosen = 'con-suối-đá-trắng-ở-Kim-Bôi-1987';
    await invited.getByLabel('Mật khẩu mới', { exact: true }).fill(chosen);
    await invited.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill(chosen);
    await invited.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
    await invited.waitForURL((address) => !address.pathname.startsWith('/password'));
    expect(await invited.getByRole('heading', { level: 1 }).first().textContent()).not.toBe('');
  });

  it('go away for a while, and a stand-in approves in their own name', async () => {
    await app.server.get(AddPeople).execute([
      {
        fullName: 'Quách Văn Đại',
        userName: 'dai.snv',
        passwordHash,
        agencyCode: 'H28.02',
        role: 'leader',
        position: 'Phó Giám đốc',
      },
    ]);
    const subject = 'Về việc trực Tết Nguyên đán';
    const drafter = await desks.signIn('chuyenvien1.snv');
    await draftAndSubmit(drafter, { subject, type: 'Thông báo', recipients, file: pdf });
    const signer = await drafter
      .getByText(/, Giám đốc$/)
      .first()
      .textContent();

    const absent = await desks.signIn('lanhdao.snv');
    await absent.getByRole('button', { name: /^Tài khoản của/ }).click();
    await absent.getByRole('link', { name: 'Ủy nhiệm khi vắng mặt' }).click();
    await absent.getByRole('button', { name: 'Ủy nhiệm' }).first().click();
    await choose(absent, 'Người làm thay', /Quách Văn Đại/);
    await dialog(absent).getByLabel('Đến hết ngày').fill('31/12/2099');
    await dialog(absent).getByLabel('Đến hết ngày').press('Tab');
    await dialog(absent).getByLabel('Lý do').fill('Đi công tác');
    await dialog(absent).getByRole('button', { name: 'Ủy nhiệm' }).click();
    await dialog(absent).getByText('không quá 366 ngày', { exact: false }).waitFor();
    const today = new Intl.DateTimeFormat('vi-VN', {
      timeZone: 'Asia/Ho_Chi_Minh',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(new Date());
    await dialog(absent).getByLabel('Đến hết ngày').fill(today);
    await dialog(absent).getByLabel('Đến hết ngày').press('Tab');
    await dialog(absent).getByRole('button', { name: 'Ủy nhiệm' }).click();
    await absent.getByText('Đang hiệu lực').waitFor();
    expect(desks.faults.splice(0)).toEqual([expect.stringContaining('422')]);

    const standIn = await desks.signIn('dai.snv');
    await standIn.getByRole('listitem').filter({ hasText: subject }).getByRole('link').click();
    await standIn.getByRole('button', { name: 'Phê duyệt' }).click();
    await confirm(standIn, 'Phê duyệt');
    await standIn.getByText('Đã duyệt', { exact: true }).first().waitFor();
    await standIn.getByText('TUQ. (thừa ủy quyền)').waitFor();
    const name = signer?.split(',')[0] ?? '';
    await standIn.getByText(`làm thay ${name}`, { exact: false }).first().waitFor();
  });

  it('change their post, and a colleague goes on with what they had begun', async () => {
    const subject = 'Báo cáo công tác cải cách hành chính';
    const leaving = await desks.signIn('chuyenvien2.snv');
    await leaving.getByRole('link', { name: 'Soạn văn bản' }).first().click();
    await leaving.getByRole('textbox', { name: 'Trích yếu' }).fill(subject);
    await leaving.getByText('Đã lưu lúc').waitFor();

    const { fullName } = app.personOf('chuyenvien2.snv');
    const colleague = app.personOf('chuyenvien1.snv');
    const page = await desks.signIn('quantri.snv', { ...phone, at: '/people' });
    await page.getByRole('searchbox').fill('chuyenvien2.snv');
    await page.waitForURL(/search=chuyenvien2/);
    await page.getByRole('listitem').filter({ hasText: fullName }).getByRole('link').tap();
    await page.getByRole('button', { name: 'Điều chuyển, bàn giao' }).tap();
    expect(await overflows(page), 'nothing is wider than the phone').toBe(false);
    await dialog(page).getByLabel('Lý do', { exact: false }).fill('Quyết định 12/QĐ-SNV');
    await choose(page, 'Đồng nghiệp nhận bàn giao', new RegExp(colleague.fullName));
    await dialog(page).getByRole('button', { name: 'Bàn giao' }).tap();
    await page
      .getByRole('dialog', { name: /^Bàn giao từ/ })
      .getByRole('button', { name: 'Bàn giao' })
      .tap();
    await page.getByText('Đã kết thúc', { exact: true }).waitFor();
    await page.getByText(`Công việc đã bàn giao cho ${colleague.fullName}`, { exact: false }).waitFor();

    const heir = await desks.signIn('chuyenvien1.snv');
    await heir.getByRole('listitem').filter({ hasText: subject }).getByRole('link').waitFor();
    await leaving.getByRole('textbox', { name: 'Trích yếu' }).fill(`${subject} quý IV`);
    await dialog(leaving).waitFor();
    expect(desks.faults.splice(0).filter((fault) => !/401|403/.test(fault))).toEqual([]);
  });
});
