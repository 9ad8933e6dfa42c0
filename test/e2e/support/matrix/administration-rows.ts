import { newId } from '#kernel';
import type { Desk } from '../desk.js';
import { sessionOf } from './askers.js';
import type { MatrixRow, MatrixRows } from './matrix-row.js';
import { noVersion, farDay } from './things.js';

const newAgency = () => ({
  code: `M.${newId()}`.slice(0, 35),
  name: 'Sở Mới',
  abbreviation: 'SM',
  level: 'department',
});

const agency: Pick<MatrixRow, 'thing'> = { thing: async (desk) => `/agencies/${desk.sender.agencyId}` };

const connection = {
  ...agency,
  needs: 'agency:edit-contact',
  at: ['sender'],
  beyond: 'agency:manage',
  peopleOnly: true,
} as const;

async function planOf(desk: Desk): Promise<string> {
  const administrator = await sessionOf(desk.app, 'matrix.system-administrator.sender');
  const answer = await administrator.post('/reorganisation-plans', plan());
  const { id } = answer.json() as { id: string };
  return `/reorganisation-plans/${id}`;
}

const plan = () => ({ title: 'Sắp xếp', legalBasis: 'Nghị quyết 01/NQ-HĐND', effectiveOn: farDay, steps: [] });

const plans = { thing: planOf } as const;
const reading = { ...plans, needs: 'reorganisation:read' } as const;
const managing = { ...plans, needs: 'reorganisation:manage' } as const;

async function clientOf(desk: Desk): Promise<string> {
  const administrator = await sessionOf(desk.app, 'matrix.agency-administrator.sender');
  const answer = await administrator.post('/api-clients', newClient(desk));
  const { id } = answer.json() as { id: string };
  return `/api-clients/${id}`;
}

const newClient = (desk: Desk) => ({
  name: 'Một cửa điện tử',
  agencyId: desk.sender.agencyId,
  role: 'clerk',
  scopes: ['document:read'],
});

const client = { needs: 'client:manage', at: ['sender'], beyond: 'client:manage-all', thing: clientOf } as const;

export const administrationRows: MatrixRows = {
  'POST /paper-reasons': {
    needs: 'paper-reason:manage',
    ask: (by) => by.post('/paper-reasons', { name: `Lý do ${newId()}` }),
  },
  'PUT /paper-reasons/{code}': {
    needs: 'paper-reason:manage',
    ask: (by) => by.call('PUT', '/paper-reasons/on-request', { headers: noVersion, json: { name: 'Theo yêu cầu' } }),
  },
  'GET /document-types/kept': { needs: 'document-type:manage', ask: (by) => by.get('/document-types/kept') },
  'POST /document-types': {
    needs: 'document-type:manage',
    ask: (by) => by.post('/document-types', { name: `Loại ${newId()}` }),
  },
  'PUT /document-types/order': {
    needs: 'document-type:manage',
    ask: (by) => by.call('PUT', '/document-types/order', { json: { codes: ['quyet-dinh'] } }),
  },
  'PUT /document-types/kept/{code}': {
    needs: 'document-type:manage',
    ask: (by) =>
      by.call('PUT', '/document-types/kept/quyet-dinh', {
        headers: noVersion,
        json: { name: 'Quyết định', abbreviation: 'QĐ' },
      }),
  },
  'GET /working-days': { needs: 'calendar:manage', ask: (by) => by.get('/working-days?year=2026') },
  'PUT /working-days/{day}': {
    needs: 'calendar:manage',
    ask: (by) =>
      by.call('PUT', '/working-days/2026-09-01', { headers: noVersion, json: { kind: 'off', name: 'A', basis: 'B' } }),
  },
  'DELETE /working-days/{day}': {
    needs: 'calendar:manage',
    ask: (by) => by.call('DELETE', '/working-days/2026-09-01', { headers: noVersion }),
  },
  'GET /working-days/export': {
    needs: 'calendar:manage',
    peopleOnly: true,
    ask: (by) => by.get('/working-days/export?year=2026&format=csv'),
  },
  'PUT /working-days/import': {
    needs: 'calendar:manage',
    ask: (by) =>
      by.call('PUT', '/working-days/import', {
        headers: { 'content-type': 'application/octet-stream' },
        body: 'day,kind,name,basis\n2026-09-01,off,A,B\n',
      }),
  },
  'GET /agencies': { needs: 'agency:read', ask: (by) => by.get('/agencies') },
  'POST /agencies': { needs: 'agency:manage', ask: (by) => by.post('/agencies', newAgency()) },
  'GET /agencies/export': {
    needs: 'agency:read',
    peopleOnly: true,
    ask: (by) => by.get('/agencies/export?format=csv'),
  },
  'PUT /agencies/import': {
    needs: 'agency:manage',
    ask: (by) =>
      by.call('PUT', '/agencies/import', {
        headers: { 'content-type': 'application/octet-stream' },
        body: 'code,name,abbreviation,level\nM.1,Sở Mới,SM,department\n',
      }),
  },
  'GET /agencies/{id}': { ...agency, needs: 'agency:read', ask: (by, path) => by.get(path) },
  'PUT /agencies/{id}': {
    ...agency,
    needs: 'agency:manage',
    ask: (by, path) => by.call('PUT', path, { headers: noVersion, json: newAgency() }),
  },
  'PUT /agencies/{id}/contact': {
    ...agency,
    needs: 'agency:edit-contact',
    at: ['sender'],
    beyond: 'agency:manage',
    ask: (by, path) => by.call('PUT', `${path}/contact`, { headers: noVersion, json: { phone: '0218 3852 000' } }),
  },
  'GET /agencies/{id}/connection': {
    ...agency,
    needs: 'agency:read',
    peopleOnly: true,
    ask: (by, path) => by.get(`${path}/connection`),
  },
  'PUT /agencies/{id}/connection': {
    ...connection,
    ask: (by, path) => by.call('PUT', `${path}/connection`, { headers: noVersion, json: { channel: 'local' } }),
  },
  'POST /agencies/{id}/connection/secret': { ...connection, ask: (by, path) => by.post(`${path}/connection/secret`) },
  'DELETE /agencies/{id}/connection/secret/older': {
    ...connection,
    ask: (by, path) => by.call('DELETE', `${path}/connection/secret/older`),
  },
  'POST /agencies/{id}/connection/test': { ...connection, ask: (by, path) => by.post(`${path}/connection/test`) },
  'GET /reorganisation-plans': { needs: 'reorganisation:read', ask: (by) => by.get('/reorganisation-plans') },
  'POST /reorganisation-plans': {
    needs: 'reorganisation:manage',
    ask: (by) => by.post('/reorganisation-plans', plan()),
  },
  'GET /reorganisation-plans/{id}': { ...reading, ask: (by, path) => by.get(path) },
  'PUT /reorganisation-plans/{id}': {
    ...managing,
    ask: (by, path) => by.call('PUT', path, { headers: noVersion, json: plan() }),
  },
  'GET /reorganisation-plans/{id}/check': { ...reading, ask: (by, path) => by.get(`${path}/check`) },
  'GET /reorganisation-plans/{id}/changes': { ...reading, ask: (by, path) => by.get(`${path}/changes`) },
  'GET /reorganisation-plans/{id}/posts': { ...reading, ask: (by, path) => by.get(`${path}/posts`) },
  'POST /reorganisation-plans/{id}/schedule': {
    ...managing,
    ask: (by, path) => by.post(`${path}/schedule`, {}, noVersion),
  },
  'POST /reorganisation-plans/{id}/apply': { ...managing, ask: (by, path) => by.post(`${path}/apply`, {}, noVersion) },
  'POST /reorganisation-plans/{id}/cancel': {
    ...managing,
    ask: (by, path) => by.post(`${path}/cancel`, {}, noVersion),
  },
  'GET /second-factor-rules': { needs: 'security:manage', ask: (by) => by.get('/second-factor-rules') },
  'PUT /second-factor-rules': {
    needs: 'security:manage',
    ask: (by) => by.call('PUT', '/second-factor-rules', { json: { roles: [] } }),
  },
  'GET /api-clients': { needs: 'client:manage', ask: (by) => by.get('/api-clients') },
  'POST /api-clients': { ...client, ask: (by, _path, desk) => by.post('/api-clients', newClient(desk)) },
  'GET /api-clients/{id}': { ...client, ask: (by, path) => by.get(path) },
  'PUT /api-clients/{id}': {
    ...client,
    ask: (by, path) =>
      by.call('PUT', path, { headers: noVersion, json: { name: 'Một cửa', scopes: ['document:read'] } }),
  },
  'POST /api-clients/{id}/disable': {
    ...client,
    ask: (by, path) => by.post(`${path}/disable`, { reason: 'Thôi dùng' }),
  },
  'POST /api-clients/{id}/secrets': { ...client, ask: (by, path) => by.post(`${path}/secrets`, {}) },
  'DELETE /api-clients/{id}/secrets/{secretId}': {
    ...client,
    thing: async (desk) => {
      const path = `${await clientOf(desk)}/secrets`;
      const administrator = await sessionOf(desk.app, 'matrix.agency-administrator.sender');
      const { id } = (await administrator.post(path, {})).json() as { id: string };
      return `${path}/${id}`;
    },
    ask: (by, path) => by.call('DELETE', path),
  },
};
