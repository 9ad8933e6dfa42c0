import type { Answer } from '../answer.js';
import type { Caller } from '../caller.js';
import type { Desk } from '../desk.js';
import { sessionOf } from './askers.js';
import type { MatrixRows } from './matrix-row.js';

/** Asked with another session of the same person, because the own one is needed for the next question. */
async function withAnotherSession(by: Caller, desk: Desk, ask: (by: Caller) => Promise<Answer>): Promise<Answer> {
  const isAlive = (await by.get('/session')).status === 200;
  return ask(isAlive ? await sessionOf(desk.app, by.session.person.userName) : by);
}

export const sessionRows: MatrixRows = {
  'POST /session': { needs: 'public', ask: (by) => by.post('/session', { userName: 'ai-do', password: 'không đúng' }) },
  'GET /session': { needs: 'signed-in', ask: (by) => by.get('/session') },
  'DELETE /session': {
    needs: 'signed-in',
    ask: (by, _thing, desk) => withAnotherSession(by, desk, (other) => other.call('DELETE', '/session')),
  },
};
