import { beforeEach, describe, expect, it } from 'vitest';
import { ConnectionLostError, ProblemError, problemOf } from '../api/problem.js';
import type { DocumentView, DraftDocument } from '../api/types.js';
import { noFields, type DraftFields } from './draft-fields.js';
import { DraftKeeper, type DraftStore } from './draft-keeper.js';

function problem(status: number, code: string): ProblemError {
  return new ProblemError(problemOf(status, JSON.stringify({ status, code, title: code, detail: code })));
}

/** A server that keeps one document, as the API does: a version, If-Match, and an intention that is done once. */
class OneDocument implements DraftStore {
  document: DocumentView | undefined;
  lineIsDown = false;
  answerIsLost = false;
  readonly intentions: string[] = [];

  async create(body: DraftDocument, intention: string): Promise<DocumentView> {
    this.mustBeReached();
    if (!this.intentions.includes(intention)) {
      this.intentions.push(intention);
      this.document = this.shown(body, 1);
    }
    return this.answered();
  }

  async update(_id: string, body: DraftDocument, version: number): Promise<DocumentView> {
    this.mustBeReached();
    if (this.document?.version !== version) {
      throw problem(412, 'document.stale');
    }
    this.document = this.shown(body, version + 1);
    return this.answered();
  }

  async read(): Promise<DocumentView> {
    return this.answered();
  }

  shown(body: DraftDocument, version: number): DocumentView {
    const person = { fullName: 'Hoa', position: 'Chuyên viên' };
    const home = { id: 'a', code: 'H28.02', name: 'Sở Nội vụ', abbreviation: 'SNV' };
    const shape = {
      id: 'd',
      state: 'draft',
      version,
      updatedAt: `2017-12-07T00:00:0${version}Z`,
      agency: home,
    } as const;
    const { recipients: _recipients, groups: _groups, ...fields } = body;
    const rest = {
      relations: [],
      relatedBy: [],
      typeName: 'Công văn',
      symbol: null,
      drafter: person,
      signer: person,
      issuedOn: null,
      digest: null,
      onBehalfOf: null,
      reviewDueOn: null,
      workDueAt: null,
      sending: null,
      review: null,
      versionNumber: null,
      registerEntryId: null,
      reviewers: [],
    };
    return {
      ...shape,
      ...fields,
      ...rest,
      recipients: [],
      groups: [],
      externals: [],
      people: [],
      attachments: [],
      timeline: [],
      actions: ['edit'],
    };
  }

  private mustBeReached(): void {
    if (this.lineIsDown) {
      throw new ConnectionLostError('down');
    }
  }

  private answered(): DocumentView {
    if (this.answerIsLost) {
      throw new ConnectionLostError('answer lost');
    }
    if (this.document === undefined) {
      throw problem(404, 'not-found');
    }
    return this.document;
  }
}

const fields: DraftFields = { ...noFields, typeCode: 'CV', signerPostId: 's', subject: 'Về việc một' };
let server: OneDocument;
let keeper: DraftKeeper;

beforeEach(() => {
  server = new OneDocument();
  keeper = new DraftKeeper(server, 'one intention');
});

describe('keeping a draft', () => {
  it('waits until there is enough to keep', async () => {
    keeper.change({ ...fields, subject: '' });
    expect(await keeper.flush()).toBeUndefined();
    expect(server.document).toBeUndefined();
    expect(keeper.isDirty).toBe(true);
  });

  it('creates it once and then edits it', async () => {
    keeper.change(fields);
    await keeper.flush();
    keeper.change({ ...fields, subject: 'Về việc hai' });
    expect(await keeper.flush()).toMatchObject({ subject: 'Về việc hai', version: 2 });
    expect(keeper.isDirty).toBe(false);
    expect(keeper.current()).toMatchObject({ state: 'saved' });
  });

  it('makes no second document when the answer to the first save was lost', async () => {
    server.answerIsLost = true;
    keeper.change(fields);
    await keeper.flush();
    expect(keeper.current()).toEqual({ state: 'lost' });
    server.answerIsLost = false;
    expect(await keeper.flush()).toMatchObject({ id: 'd', version: 1 });
    expect(server.intentions).toEqual(['one intention']);
  });

  it('keeps what was typed while the line is down, and saves it when it is back', async () => {
    keeper.change(fields);
    await keeper.flush();
    server.lineIsDown = true;
    keeper.change({ ...fields, subject: 'Về việc hai' });
    expect(await keeper.flush()).toBeUndefined();
    expect(keeper.isDirty).toBe(true);
    server.lineIsDown = false;
    expect(await keeper.flush()).toMatchObject({ subject: 'Về việc hai' });
    keeper.stop();
  });

  it('waits for the session to be renewed and then saves, without the person typing again', async () => {
    server.create = () => Promise.reject(problem(401, 'session.required'));
    keeper.change(fields);
    await keeper.flush();
    expect(keeper.current()).toEqual({ state: 'lost' });
    server.create = OneDocument.prototype.create.bind(server);
    expect(await keeper.flush()).toMatchObject({ subject: fields.subject });
  });

  it('takes no upload for a conflict', async () => {
    keeper.change(fields);
    await keeper.flush();
    server.document = server.document && { ...server.document, version: 5 };
    keeper.change({ ...fields, subject: 'Về việc hai' });
    expect(await keeper.flush()).toMatchObject({ subject: 'Về việc hai', version: 6 });
  });

  it('does not even ask twice when it was told of the upload', async () => {
    keeper.change(fields);
    const kept = await keeper.flush();
    server.document = kept && { ...kept, version: 5 };
    keeper.notice(server.document ?? server.shown(fields as never, 5));
    keeper.change({ ...fields, subject: 'Về việc hai' });
    expect(await keeper.flush()).toMatchObject({ version: 6 });
  });

  it('writes over nobody: what someone else changed is shown, and the person decides', async () => {
    keeper.change(fields);
    await keeper.flush();
    server.document = server.document && { ...server.document, version: 2, subject: 'Người khác viết' };
    keeper.change({ ...fields, subject: 'Tôi viết' });
    expect(await keeper.flush()).toBeUndefined();
    expect(keeper.current()).toMatchObject({ state: 'conflict', theirs: { subject: 'Người khác viết' } });
    expect(server.document?.subject).toBe('Người khác viết');

    await keeper.keepMine();
    expect(server.document?.subject).toBe('Tôi viết');
  });

  it('says why the server refuses, and goes on when it is put right', async () => {
    server.create = () => Promise.reject(problem(422, 'request.invalid'));
    keeper.change(fields);
    await keeper.flush();
    expect(keeper.current()).toMatchObject({ state: 'refused' });
    server.create = OneDocument.prototype.create.bind(server);
    keeper.change({ ...fields, subject: 'Về việc đúng' });
    expect(await keeper.flush()).toMatchObject({ subject: 'Về việc đúng' });
  });
});
