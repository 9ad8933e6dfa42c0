import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DraftDocument as Draft } from '#contracts';
import type { Agency } from '#directory';
import {
  ApproveDocument,
  CommentOnVersion,
  DocumentQuery,
  DraftDocument,
  EditDocument,
  KeepVersion,
  OpinionsQuery,
  RemoveAttachment,
  SubmitDocument,
  VersionsQuery,
} from '#documents';
import { anAgency, anAttachment } from '#testing';
import { type Holder, PeopleWorld } from './people-world.js';

let world: PeopleWorld;
let agency: Agency;
let recipient: Agency;
let drafter: Holder;
let signer: Holder;

beforeAll(async () => {
  world = await PeopleWorld.open();
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  agency = await anAgency(world.app.database, { name: 'Sở Nội vụ' });
  recipient = await anAgency(world.app.database, { name: 'Sở Tài chính' });
  drafter = await world.aHolder(agency.id, 'civil-servant');
  signer = await world.aHolder(agency.id, 'leader', { position: 'Giám đốc' });
});

function fields(overrides: object = {}): Draft {
  return Draft.parse({
    typeCode: 'quyet-dinh',
    subject: 'Về việc ban hành quy chế làm việc',
    signerPostId: signer.post.id,
    recipients: [{ agencyId: recipient.id }],
    ...overrides,
  });
}

async function drafted(): Promise<{ id: string; fileId: string }> {
  const id = await world.app.get(DraftDocument).execute(drafter.actor, fields());
  const file = await anAttachment(world.app.database, { documentId: id, fileName: 'dự thảo.pdf' });
  return { id, fileId: file.id };
}

async function edit(id: string, overrides: object): Promise<void> {
  const { version } = await world.app.get(DocumentQuery).view(drafter.actor, id);
  const command = { documentId: id, version, draft: fields(overrides) };
  await world.app.get(EditDocument).execute(drafter.actor, command);
}

const keep = async (id: string): Promise<number> => world.app.get(KeepVersion).execute(drafter.actor, id);
const version = async (id: string, number: number) => world.app.get(VersionsQuery).view(drafter.actor, id, number);

describe('a version of a draft', () => {
  it('keeps fields and files in the words of its moment, whatever becomes of them', async () => {
    const { id, fileId } = await drafted();
    expect(await keep(id)).toBe(1);
    await edit(id, { subject: 'Về việc sửa đổi quy chế làm việc', recipients: [] });
    await world.app.get(RemoveAttachment).execute(drafter.actor, id, fileId);
    await world.app.database.query(`UPDATE agencies SET name = 'Sở Tài chính – Kế hoạch' WHERE id = $1`, [
      recipient.id,
    ]);
    expect(await keep(id)).toBe(2);
    expect(await version(id, 1)).toMatchObject({
      reason: 'kept',
      keptBy: { fullName: drafter.actor.fullName },
      fields: {
        subject: 'Về việc ban hành quy chế làm việc',
        typeName: 'Quyết định',
        signer: { fullName: signer.actor.fullName, position: 'Giám đốc' },
        recipients: [{ name: 'Sở Tài chính', channel: 'electronic' }],
      },
      files: [{ id: fileId, fileName: 'dự thảo.pdf' }],
    });
    expect(await version(id, 2)).toMatchObject({ fields: { recipients: [] }, files: [] });
  });

  it('keeps who else it is for, and why on paper, in the words of its moment', async () => {
    const colleague = await world.aHolder(agency.id, 'civil-servant', { position: 'Chuyên viên' });
    const { id } = await drafted();
    const paperReason = { code: 'not-on-system', note: 'mới thành lập' };
    await edit(id, {
      recipients: [{ agencyId: recipient.id, channel: 'paper', paperReason }],
      externals: [{ name: 'Công ty Điện lực', address: 'Số 1, Trần Hưng Đạo', paperReason: null }],
      people: [{ postId: colleague.post.id }],
    });
    await keep(id);
    await edit(id, {});
    const { fields: kept } = await version(id, 1);
    expect(kept.recipients).toEqual([
      { name: 'Sở Tài chính', channel: 'paper', paperReason: 'Nơi nhận chưa dùng hệ thống: mới thành lập' },
    ]);
    expect(kept.externals).toEqual([{ name: 'Công ty Điện lực', address: 'Số 1, Trần Hưng Đạo', paperReason: null }]);
    expect(kept.people).toEqual([{ fullName: colleague.actor.fullName, position: 'Chuyên viên' }]);
  });

  it('is kept whenever it leaves the drafter’s hands, and by hand only when something changed', async () => {
    const { id } = await drafted();
    await keep(id);
    await expect(keep(id)).rejects.toMatchObject({ code: 'review.unchanged', params: { number: 1 } });
    await edit(id, { description: 'bản sửa' });
    await world.app.get(SubmitDocument).execute(drafter.actor, id);
    const { items } = await world.app.get(VersionsQuery).page(signer.actor, id, { limit: 1 });
    expect(items).toMatchObject([{ number: 2, reason: 'submitted' }]);
    await expect(keep(id)).rejects.toMatchObject({ code: 'document.wrong-state' });
    const stranger = await world.aHolder(recipient.id, 'leader');
    await expect(world.app.get(KeepVersion).execute(stranger.actor, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(world.app.get(KeepVersion).execute(signer.actor, id)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await expect(world.app.get(VersionsQuery).view(stranger.actor, id, 1)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('has a number of its own, also when it is kept and submitted at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await drafted();
      const submission = world.app.get(SubmitDocument).execute(drafter.actor, id);
      const [kept] = await Promise.allSettled([keep(id), submission]);
      const { items } = await world.app.get(VersionsQuery).page(signer.actor, id, { limit: 50 });
      const expected = kept.status === 'fulfilled' ? [2, 1] : [1];
      expect(items.map(({ number }) => number)).toEqual(expected);
    }
  });

  it('is never changed and never taken away', async () => {
    const { id } = await drafted();
    await keep(id);
    for (const statement of [
      `UPDATE document_versions SET reason = 'x' WHERE document_id = $1`,
      'DELETE FROM document_versions WHERE document_id = $1',
    ]) {
      await expect(world.app.database.query(statement, [id])).rejects.toThrow('append-only');
    }
  });
});

describe('a comment', () => {
  const comment = async ({ actor }: Holder, documentId: string, versionNumber = 1): Promise<void> =>
    world.app.get(CommentOnVersion).execute(actor, { documentId, versionNumber, text: 'Xem lại khoản 2' });

  it('stands at its version, by those who work on the draft, until the content is locked', async () => {
    const { id } = await drafted();
    await expect(comment(drafter, id)).rejects.toMatchObject({ code: 'not-found' });
    await keep(id);
    await comment(drafter, id);
    await expect(comment(signer, id)).rejects.toMatchObject({ code: 'not-found' });
    await world.app.get(SubmitDocument).execute(drafter.actor, id);
    await comment(signer, id);
    const colleague = await world.aHolder(agency.id, 'civil-servant');
    await expect(comment(colleague, id)).rejects.toMatchObject({ code: 'permission.denied' });
    await world.app.get(ApproveDocument).execute(signer.actor, id);
    await expect(comment(signer, id)).rejects.toMatchObject({ code: 'document.wrong-state' });
    const { items } = await world.app.get(OpinionsQuery).page(colleague.actor, id, { limit: 2 });
    expect(items).toMatchObject([
      { kind: 'approved', versionNumber: 2 },
      { kind: 'comment', versionNumber: 1, text: 'Xem lại khoản 2', by: { fullName: signer.actor.fullName } },
    ]);
  });

  it('leaves no words of the draft in the trail', async () => {
    const { id } = await drafted();
    await keep(id);
    await comment(drafter, id);
    const found = await world.app.database.query(
      `SELECT 1 FROM audit_entries WHERE object_id = $1 AND (note LIKE '%khoản%' OR data::text LIKE '%khoản%')`,
      [id],
    );
    expect(found).toEqual([]);
  });
});
