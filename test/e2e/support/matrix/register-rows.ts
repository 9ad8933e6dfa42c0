import type { Desk } from '../desk.js';
import { documentIn } from '../documents.js';
import type { MatrixRows } from './matrix-row.js';

const reserved = async (desk: Desk): Promise<string> => {
  const answer = await desk.sender.clerk.post('/outgoing-register/reservations', { reason: 'Chờ ký' });
  return (answer.json() as { id: string }).id;
};

const approved = async (desk: Desk): Promise<string> =>
  (await documentIn('approved', desk.sender, [desk.recipient.agencyId])).id;

export const registerRows: MatrixRows = {
  'GET /outgoing-register': { needs: 'register:read', ask: (by) => by.get('/outgoing-register') },
  'GET /outgoing-register/export': {
    needs: 'register:read',
    ask: (by) => by.get('/outgoing-register/export?format=xlsx&from=2099-01-01'),
  },
  'POST /outgoing-register/prints': {
    needs: 'register:read',
    ask: (by) => by.post('/outgoing-register/prints', { year: 2017 }),
  },
  'GET /incoming-register': { needs: 'register:read', ask: (by) => by.get('/incoming-register') },
  'GET /handling-report': {
    needs: 'handling-report:read',
    ask: (by) => by.get('/handling-report?from=2017-01-01&to=2017-01-31'),
  },
  'GET /outgoing-report': {
    needs: 'handling-report:read',
    ask: (by) => by.get('/outgoing-report?from=2017-01-01&to=2017-01-31'),
  },
  'GET /incoming-register/export': {
    needs: 'register:read',
    ask: (by) => by.get('/incoming-register/export?format=xlsx&from=2099-01-01'),
  },
  'POST /incoming-register/prints': {
    needs: 'register:read',
    ask: (by) => by.post('/incoming-register/prints', { year: 2017, book: 'follow-up' }),
  },
  'POST /outgoing-register/reservations': {
    needs: 'register:keep',
    ask: (by) => by.post('/outgoing-register/reservations', { reason: 'Chờ ký' }),
  },
  'POST /outgoing-register/entries/{id}/use': {
    needs: 'document:issue',
    at: ['sender'],
    thing: async (desk) => `${await reserved(desk)} ${await approved(desk)}`,
    ask: (by, both) => {
      const [entryId, documentId] = both.split(' ');
      return by.post(`/outgoing-register/entries/${entryId}/use`, { documentId });
    },
  },
  'POST /outgoing-register/entries/{id}/cancel': {
    needs: 'register:keep',
    at: ['sender'],
    thing: reserved,
    ask: (by, id) => by.post(`/outgoing-register/entries/${id}/cancel`, { reason: 'Không dùng nữa' }),
  },
  'GET /numbering': { needs: 'register:read', orNeeds: 'register:configure', ask: (by) => by.get('/numbering') },
  'PUT /numbering': {
    needs: 'register:configure',
    ask: (by) => by.call('PUT', '/numbering', { json: { mode: 'single', fromYear: 1945 } }),
  },
};
