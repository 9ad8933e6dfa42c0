import { cellColumns, cellsOf, documentCellsOf, documentsNow } from './share-cells.js';

const unfolded = `(SELECT delta.* FROM share_unfolded JOIN share_deltas AS delta ON delta.id = delta_id)`;

const touched = `origin_id IN (SELECT origin_id FROM ${unfolded} AS delta)`;

const touchedDocuments = `(
  SELECT indicator, sender_id, issued_on, mode, 1 AS amount FROM (${documentsNow(touched)}) AS now
   UNION ALL
  SELECT indicator, sender_id, issued_on, mode, -1 FROM counted_documents WHERE ${touched})`;

/**
 * The count as it is at this moment, to be read in one statement: what is folded, and beside it what is not yet. Its
 * cost goes with the number of cells asked for, not with that of the exchanges. Columns as in `share_cells`; several rows
 * of one cell are to be summed.
 */
export const shareNow = `(
  SELECT ${cellColumns}, amount FROM share_cells
   UNION ALL
  SELECT ${cellColumns}, amount FROM (${cellsOf(unfolded)}) AS exchanges_since
   UNION ALL
  SELECT ${cellColumns}, amount FROM (${documentCellsOf(touchedDocuments)}) AS documents_since)`;
