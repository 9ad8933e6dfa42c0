import { ArrivalView } from '#contracts';
import { newId } from '#kernel';
import { textPdf } from '#testing';
import type { Desk } from '../desk.js';
import { arrivalAt, documentIn } from '../documents.js';
import type { MatrixRows } from './matrix-row.js';

const facts = () => ({
  issuer: { name: 'Công ty Điện lực Hòa Bình' },
  symbol: newId(),
  issuedOn: '2017-12-05',
  typeCode: 'cong-van',
  subject: 'Về lịch cắt điện',
});

/** The path of a paper in the recipient’s register. */
async function registered(desk: Desk): Promise<string> {
  const { id } = (await desk.recipient.clerk.post('/arrivals', facts())).as(ArrivalView);
  return `/arrivals/${id}`;
}

const table = 'issuer,symbol,issuedOn,type,subject\nSở Nội vụ,1/SNV,2017-12-05,Công văn,Về lịch họp\n';
const scan = textPdf([['Ủy ban nhân dân tỉnh Hòa Bình']]);
const octets = { 'content-type': 'application/octet-stream' };

export const paperRows: MatrixRows = {
  'POST /arrivals': { needs: 'arrival:receive', ask: (by) => by.post('/arrivals', facts()) },
  'GET /same-arrivals': {
    needs: 'arrival:receive',
    ask: (by) => by.get('/same-arrivals?name=S%E1%BB%9F&symbol=1'),
  },
  'GET /paper-issuers': { needs: 'arrival:receive', ask: (by) => by.get('/paper-issuers') },
  'PUT /paper-tables': {
    needs: 'arrival:receive',
    ask: (by) => by.call('PUT', '/paper-tables', { headers: octets, body: table }),
  },
  'GET /paper-tables/form': { needs: 'arrival:receive', ask: (by) => by.get('/paper-tables/form') },
  'PUT /arrivals/{id}/registration': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: registered,
    ask: (by, path) => by.call('PUT', `${path}/registration`, { json: facts() }),
  },
  'POST /arrivals/{id}/paper': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: async (desk) => {
      const { id } = await arrivalAt(desk.recipient, await documentIn('sent', desk.sender, [desk.recipient.agencyId]));
      return `/arrivals/${id}`;
    },
    ask: (by, path) => by.post(`${path}/paper`, {}),
  },
  'POST /arrivals/{id}/forward': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: async (desk) => {
      const { id } = await arrivalAt(desk.recipient, await documentIn('sent', desk.sender, [desk.recipient.agencyId]));
      return `/arrivals/${id}`;
    },
    // Nobody’s agency: who may forward is told so.
    ask: (by, path) => by.post(`${path}/forward`, { toAgencyId: newId(), reason: 'Gửi nhầm' }),
  },
  'GET /arrivals/{id}/checks': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: async (desk) => {
      const { id } = await arrivalAt(desk.recipient, await documentIn('sent', desk.sender, [desk.recipient.agencyId]));
      return `/arrivals/${id}`;
    },
    ask: (by, path) => by.get(`${path}/checks`),
  },
  'POST /arrivals/{id}/join': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: async (desk) => {
      const document = await documentIn('sent', desk.sender, [desk.recipient.agencyId]);
      const arrival = await arrivalAt(desk.recipient, document);
      const { sender, symbol, issuedOn } = arrival;
      const said = { ...facts(), issuer: { name: sender.name }, symbol, issuedOn, evenIfSame: true };
      const paper = (await desk.recipient.clerk.post('/arrivals', said)).as(ArrivalView);
      return `${arrival.id} ${paper.id}`;
    },
    ask: (by, ids) => {
      const [id, paperId] = ids.split(' ');
      return by.post(`/arrivals/${id}/join`, { paperId });
    },
  },
  'PUT /arrivals/{id}/scans/{scanId}': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: registered,
    ask: (by, path) => by.call('PUT', `${path}/scans/${newId()}?fileName=quet.pdf`, { headers: octets, body: scan }),
  },
  'DELETE /arrivals/{id}/scans/{scanId}': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: async (desk) => {
      const path = await registered(desk);
      const scanId = newId();
      await desk.recipient.clerk.call('PUT', `${path}/scans/${scanId}?fileName=quet.pdf`, {
        headers: octets,
        body: scan,
      });
      return `${path}/scans/${scanId}`;
    },
    ask: (by, path) => by.call('DELETE', path),
  },
};
