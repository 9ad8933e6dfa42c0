import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArrivalPage, ArrivalView, DocumentPage, type DocumentView, roles } from '#contracts';
import { newId } from '#kernel';
import type { Answer } from './support/answer.js';
import { apiRoutes, withUnknownIds } from './support/api-routes.js';
import { answersOf, type Askers, askersOf, asTable, untilUsed } from './support/askers.js';
import { Caller } from './support/caller.js';
import { type Desk, deskWithEverything } from './support/desk.js';
import { arrivalAt, documentIn, draftBody } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { everythingKept } from './support/kept.js';
import { matrixRows } from './support/matrix/rows.js';

/** Routes that answer who is not signed in, as the access matrix has them. Every other route has to refuse. */
const publicRoutes = new Set(Object.keys(matrixRows).filter((route) => matrixRows[route]?.needs === 'public'));

const routes = await apiRoutes();

let desk: Desk;
let askers: Askers;

beforeAll(async () => {
  desk = await deskWithEverything();
  askers = await askersOf(desk);
});

afterAll(async () => {
  await desk.app.stop();
});

describe('who is not signed in', () => {
  let before: Awaited<ReturnType<typeof everythingKept>>;

  beforeAll(async () => {
    before = await everythingKept(desk.app);
  });

  it.each(routes.filter(({ method, path }) => !publicRoutes.has(`${method} ${path}`)))(
    'is refused at $method $path, with no cookie and with a made-up one',
    async ({ method, path }) => {
      const body = method === 'GET' || method === 'DELETE' ? {} : { json: {} };
      for (const cookie of ['', `vanthu_session=${'x'.repeat(43)}`]) {
        const headers = { cookie, 'x-csrf-token': 'x'.repeat(43) };
        const answer = await Caller.stranger(desk.app.url).call(method, withUnknownIds(path), { headers, ...body });
        expectProblem(answer, 'session.required');
      }
    },
  );

  it('has written nothing by any of it', async () => {
    expect(await everythingKept(desk.app)).toEqual(before);
  });
});

const people = ['drafter', 'colleague', 'leader', 'clerk', 'archivist', 'administrator', 'auditor'];
const others = ['their servant', 'their leader', 'their clerk', 'their auditor', 'foreign leader', 'system'];

describe('documents', () => {
  /** A fresh document in the state from which the move begins, so that a yes is a yes each time. */
  const moves = {
    read: 'draft',
    edit: 'draft',
    submit: 'draft',
    return: 'submitted',
    approve: 'submitted',
    issue: 'approved',
    send: 'issued',
    complete: 'sent',
  } as const;
  const isMove = (action: string): action is keyof typeof moves => Object.hasOwn(moves, action);

  // prettier-ignore
  const table = asTable([...people, ...others], {
    //          drafter colleague leader clerk archivist admin auditor  their: servant leader clerk auditor  foreign system
    read: '     ok      -         -      -     -         -     -               -       -      -     -        -       -',
    edit: '     ok      -         -      -     -         -     -               -       -      -     -        -       -',
    submit: '   ok      -         -      -     -         -     -               -       -      -     -        -       -',
    return: '   x       x         ok     x     x         -     -               -       -      -     -        -       -',
    approve: '  x       x         ok     x     x         -     -               -       -      -     -        -       -',
    issue: '    x       x         x      ok    x         -     -               -       -      -     -        -       -',
    send: '     x       x         x      ok    x         -     -               -       -      -     -        -       -',
    complete: ' ok      ok        ok     ok    x         -     -               -       -      -     -        -       -',
  });

  it.each(table)('to $action one', async ({ action, expected }) => {
    if (!isMove(action)) {
      throw new Error(`there is no move ${action}`);
    }
    const one = untilUsed(() => documentIn(moves[action], desk.sender, [desk.recipient.agencyId]));
    const ask = (by: Caller) => async (document: DocumentView) => {
      const path = `/documents/${document.id}`;
      if (action === 'read') {
        return by.get(path);
      }
      if (action === 'edit') {
        const headers = { 'if-match': `"${document.version}"` };
        return by.call('PUT', path, { headers, json: draftBody(desk.sender, [desk.recipient.agencyId]) });
      }
      return by.post(`${path}/${action}`, { opinion: 'Xin sửa lại' });
    };
    const answers = await answersOf(askers, [...people, ...others], (by) => one(ask(by)));
    expect(answers).toEqual(expected);
  });

  // prettier-ignore
  const reading = asTable([...people, ...others], {
    //            drafter colleague leader clerk archivist admin auditor  their: servant leader clerk auditor  foreign system
    submitted: '  ok      ok        ok     ok    ok        -     -               -       -      -     -        -       -',
    sent: '       ok      ok        ok     ok    ok        -     -               -       -      -     -        -       -',
    deliveries: ' ok      ok        ok     ok    ok        -     -               -       -      -     -        -       -',
    content: '    ok      ok        ok     ok    ok        -     -               -       -      -     -        -       -',
  });

  it.each(reading)('to read one: $action', async ({ action, expected }) => {
    const { sent, submitted } = desk;
    const paths: Record<string, string> = {
      submitted: `/documents/${submitted.id}`,
      sent: `/documents/${sent.id}`,
      deliveries: `/documents/${sent.id}/deliveries`,
      content: `/documents/${sent.id}/attachments/${sent.attachments[0]?.id}/content`,
    };
    expect(await answersOf(askers, [...people, ...others], (by) => by.get(paths[action] ?? ''))).toEqual(expected);
  });

  it('to draft one and to attach a file to someone else’s', async () => {
    const columns = [...people, 'system'];
    const drafting = await answersOf(askers, columns, (by) => by.post('/documents', draftBody(desk.sender, [])));
    expect(drafting).toMatchObject({ drafter: 'ok', colleague: 'ok', leader: 'ok', clerk: 'ok' });
    expect(drafting).toMatchObject({ archivist: 'x', administrator: 'x', auditor: 'x', system: 'x' });
    const attaching = await answersOf(askers, columns, (by) =>
      by.call('PUT', `/documents/${desk.draft.id}/attachments/${newId()}?fileName=a.pdf`, {
        headers: { 'content-type': 'application/octet-stream' },
        body: '%PDF-1.4',
      }),
    );
    expect(attaching).toEqual({ ...Object.fromEntries(columns.map((who) => [who, '-'])), drafter: 'ok' });
  });

  it('to list: each agency finds its own, and nobody else’s drafts', async () => {
    const found = async (by: Caller): Promise<string[]> =>
      (await by.get('/documents?limit=200')).as(DocumentPage).items.map(({ id }) => id);
    expect(await found(desk.sender.civilServant)).toContain(desk.draft.id);
    for (const by of [desk.sender.leader, desk.sender.clerk]) {
      expect(await found(by)).not.toContain(desk.draft.id);
      expect(await found(by)).toContain(desk.sent.id);
    }
    for (const by of [desk.recipient.clerk, desk.stranger.clerk]) {
      expect(await found(by)).toEqual([]);
    }
  });
});

describe('arrivals', () => {
  const columns = [
    'their servant',
    'their leader',
    'their clerk',
    'their archivist',
    'their auditor',
    'clerk',
    'foreign leader',
    'foreign clerk',
    'system',
  ];

  // prettier-ignore
  const table = asTable(columns, {
    //                   their: servant leader clerk archivist auditor  sender’s clerk  foreign: leader clerk  system
    'read new': '               -       ok     ok    -         -        -                        -      -      -',
    'read accepted': '          ok      ok     ok    ok        -        -                        -      -      -',
    'read refused': '           -       ok     ok    -         -        -                        -      -      -',
    'content of new': '         -       ok     ok    -         -        -                        -      -      -',
    'content of accepted': '    ok      ok     ok    ok        -        -                        -      -      -',
    accept: '                   -       x      ok    -         -        -                        -      -      -',
    refuse: '                   -       x      ok    -         -        -                        -      -      -',
    complete: '                 ok      ok     ok    x         -        -                        -      -      -',
  });

  it.each(table)('to $action', async ({ action, expected }) => {
    const one = untilUsed(() => freshArrival(action));
    const ask = (by: Caller): Promise<Answer> => {
      if (action.startsWith('read') || action.startsWith('content')) {
        return read(by, action);
      }
      return one((id) => by.post(`/arrivals/${id}/${action}`, { reason: 'Gửi nhầm' }));
    };
    expect(await answersOf(askers, columns, ask)).toEqual(expected);
  });

  async function freshArrival(action: string): Promise<string> {
    const { id } = await arrivalAt(desk.recipient, await documentIn('sent', desk.sender, [desk.recipient.agencyId]));
    if (action === 'complete') {
      await desk.recipient.clerk.post(`/arrivals/${id}/accept`);
    }
    return id;
  }

  async function read(by: Caller, action: string): Promise<Answer> {
    const [what, , state = ''] = action.replace('read', 'read of').split(' ');
    const arrival = { new: desk.arrived, accepted: desk.accepted, refused: desk.refused }[state];
    const path = `/arrivals/${arrival?.id}`;
    return by.get(what === 'read' ? path : `${path}/attachments/${await fileOf(path)}/content`);
  }

  async function fileOf(path: string): Promise<string> {
    return (await desk.recipient.clerk.get(path)).as(ArrivalView).attachments[0]?.id ?? '';
  }

  it('to list: the recipient’s clerk finds all, its civil servant what is registered, others nothing', async () => {
    const found = async (who: string): Promise<string[]> => {
      const answer = await askers[who]?.get('/arrivals?limit=200');
      return answer?.as(ArrivalPage).items.map(({ id }) => id) ?? [];
    };
    expect(await found('their clerk')).toEqual(expect.arrayContaining([desk.arrived.id, desk.accepted.id]));
    expect(await found('their servant')).toContain(desk.accepted.id);
    expect(await found('their servant')).not.toContain(desk.arrived.id);
    expect(await found('their servant')).not.toContain(desk.refused.id);
    expect(await found('clerk')).toEqual([]);
    expect(await found('foreign clerk')).toEqual([]);
  });
});

describe('lists', () => {
  const columns = ['drafter', 'leader', 'clerk', 'archivist', 'administrator', 'auditor', 'system'];

  // prettier-ignore
  const table = asTable(columns, {
    //                      servant leader clerk archivist administrator auditor system
    '/documents': '         ok      ok     ok    ok        x             x       x',
    '/arrivals': '          ok      ok     ok    ok        x             x       x',
    '/archive-entries': '   ok      ok     ok    ok        x             x       x',
    '/share': '             ok      ok     ok    ok        ok            ok      ok',
    '/desk': '              ok      ok     ok    ok        ok            ok      ok',
    '/agencies': '          ok      ok     ok    ok        ok            ok      ok',
    '/document-types': '    ok      ok     ok    ok        ok            ok      ok',
    '/signers': '           ok      ok     ok    ok        ok            ok      ok',
  });

  it.each(table)('$action', async ({ action, expected }) => {
    expect(await answersOf(askers, columns, (by) => by.get(action))).toEqual(expected);
  });

  it('are asked by somebody of every role', () => {
    const asked = new Set(Object.values(askers).map(({ session }) => session.post.role));
    expect([...asked].toSorted()).toEqual([...roles].toSorted());
  });
});
