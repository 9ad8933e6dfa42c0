import { documentRows } from './document-rows.js';
import { houseRows } from './house-rows.js';
import type { MatrixRows } from './matrix-row.js';
import { sessionRows } from './session-rows.js';

/** One row a route of the description. A route that is missing here fails the access matrix. */
export const matrixRows: MatrixRows = {
  ...houseRows,
  ...sessionRows,
  ...documentRows,
};
