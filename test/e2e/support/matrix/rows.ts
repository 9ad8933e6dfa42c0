import { accessRows } from './access-rows.js';
import { administrationRows } from './administration-rows.js';
import { documentRows } from './document-rows.js';
import { fileCheckRows } from './file-check-rows.js';
import { deliveryRows } from './delivery-rows.js';
import { handlingRows } from './handling-rows.js';
import { houseRows } from './house-rows.js';
import type { MatrixRows } from './matrix-row.js';
import { notificationRows } from './notification-rows.js';
import { outgoingListRows } from './outgoing-list-rows.js';
import { paperRows } from './paper-rows.js';
import { peopleRows } from './people-rows.js';
import { recallRows } from './recall-rows.js';
import { registerRows } from './register-rows.js';
import { sendingRows } from './sending-rows.js';
import { sessionRows } from './session-rows.js';
import { trailRows } from './trail-rows.js';
import { webhookRows } from './webhook-rows.js';

/** One row a route of the description. A route that is missing here fails the access matrix. */
export const matrixRows: MatrixRows = {
  ...deliveryRows,
  ...handlingRows,
  ...houseRows,
  ...recallRows,
  ...registerRows,
  ...sendingRows,
  ...sessionRows,
  ...documentRows,
  ...fileCheckRows,
  ...administrationRows,
  ...notificationRows,
  ...outgoingListRows,
  ...paperRows,
  ...accessRows,
  ...peopleRows,
  ...trailRows,
  ...webhookRows,
};
