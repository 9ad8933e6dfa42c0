import { newId } from '#kernel';
import { Answer } from '../answer.js';
import type { Caller } from '../caller.js';
import type { MatrixRows } from './matrix-row.js';

/** The event stream goes on for ever: its head says all that is asked here. */
async function headOf(by: Caller, path: string): Promise<Answer> {
  const given = new AbortController();
  const response = await fetch(`${by.url}/api/v1${path}`, { headers: by.credentials, signal: given.signal });
  if (!response.ok) {
    return Answer.of(response);
  }
  const head = Answer.from(response.status, Object.fromEntries(response.headers), Buffer.alloc(0));
  given.abort();
  return head;
}

const answering = { needs: 'public' } as const;

export const houseRows: MatrixRows = {
  'GET /health/live': { ...answering, ask: (by) => by.get('/health/live') },
  'GET /health/ready': { ...answering, ask: (by) => by.get('/health/ready') },
  'GET /setup': { ...answering, ask: (by) => by.get('/setup') },
  'POST /setup': { ...answering, ask: (by) => by.post('/setup', {}) },
  'GET /delivered-files/{fileId}': { ...answering, ask: (by) => by.get(`/delivered-files/${newId()}`) },
  'GET /events': { needs: 'signed-in', ask: (by) => headOf(by, '/events') },
  'GET /paper-reasons': { needs: 'signed-in', clientsToo: true, ask: (by) => by.get('/paper-reasons') },
  'GET /document-types': { needs: 'signed-in', clientsToo: true, ask: (by) => by.get('/document-types') },
  'GET /share': { needs: 'share:read', ask: (by) => by.get('/share') },
  'GET /share/exchanges': {
    needs: 'share:read',
    ask: (by) => by.get('/share/exchanges?indicator=exchanged-between-agencies'),
  },
  'GET /share/agencies': {
    needs: 'share:read',
    ask: (by) => by.get('/share/agencies?indicator=exchanged-between-agencies'),
  },
};
