import { notificationKinds } from '#contracts';
import { newId } from '#kernel';
import type { MatrixRows } from './matrix-row.js';

const settings = {
  kinds: notificationKinds.map((kind) => ({ kind, page: true, mail: 'digest' })),
  quietFrom: '18:00',
  quietTo: '07:00',
  language: 'vi',
};

/** Everybody has their own and reaches nobody else’s; another system has none. */
export const notificationRows: MatrixRows = {
  'GET /notifications': { needs: 'signed-in', ask: (by) => by.get('/notifications') },
  'GET /notifications/unread': { needs: 'signed-in', ask: (by) => by.get('/notifications/unread') },
  'POST /notifications/read': {
    needs: 'signed-in',
    ask: (by) => by.post('/notifications/read', { ids: [newId()] }),
  },
  'GET /notification-settings': { needs: 'signed-in', ask: (by) => by.get('/notification-settings') },
  'PUT /notification-settings': {
    needs: 'signed-in',
    ask: (by) => by.call('PUT', '/notification-settings', { json: settings }),
  },
};
