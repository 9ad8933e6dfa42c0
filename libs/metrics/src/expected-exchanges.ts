import { indicatorSql } from './exchange-indicator.js';

/**
 * States in which the document has reached the recipient; `on-paper`: sent on paper only. What was taken back after it
 * was registered had moved.
 */
const reachedStates = [
  'on-paper',
  'arrived',
  'accepted',
  'assigned',
  'in-process',
  'completed',
  'replaced',
  'recalled-after-registration',
];
const excludedStates = ['refused', 'recalled'];

/** Of which one can say whether the document reached the recipient. */
export const concluded = [...reachedStates, ...excludedStates].map((state) => `'${state}'`).join(', ');

/** What an exchange row says, in the order of its columns; the recount compares these. */
export const exchangeColumns = `origin_id, document_id, arrival_id, recipient_id, sender_id, indicator, issued_on, type_name, mode,
  paper_reason, sent_on_paper, came_on_paper, excluded_reason`;

/** Which exchanges are asked for: SQL conditions. */
export interface Among {
  /** On `document_id` and `recipient_id`. */
  readonly documents: string;
  /** On `arrival_id` of paper that the sender’s register does not know. */
  readonly arrivals: string;
}

/**
 * That a document is the one that came on paper: same issuer, number, notation and day (docs/electronic-share.md). Takes
 * the names of a row of documents and of one of arrivals.
 */
export function isPaperOf(document: string, paper: string): string {
  return `${paper}.source = 'paper' AND ${paper}.sender_id = ${document}.agency_id
    AND upper(${paper}.symbol) = upper(${document}.symbol) AND ${paper}.issued_on = ${document}.issued_on`;
}

/** What deliveries say, one row each. */
const sent = (among: string): string => `
  SELECT document_id, NULL::uuid AS arrival_id, recipient_id, mode <> 'paper' AS electronic, mode <> 'electronic' AS paper,
         state NOT IN ('refused', 'recalled') AS reached, state = 'recalled' AS recalled,
         mode <> 'electronic' AS sent_on_paper, false AS came_on_paper, paper_reason_code
    FROM deliveries WHERE state IN (${concluded}) AND ${among}`;

const onPaper = 'false, true, true, false, false, true, NULL';

/** Paper that the recipient noted beside what came electronically. */
const noted = (among: string): string => `
  SELECT document_id, NULL, recipient_id, ${onPaper}
    FROM arrivals AS arrival JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
   WHERE arrival.paper_arrived_on IS NOT NULL AND ${among}`;

/** Paper that the recipient registered, of a document that its sender’s register has for this recipient. */
const registered = (among: string): string => `
  SELECT document_id, NULL, recipient_id, ${onPaper}
    FROM (SELECT document.id AS document_id, paper.agency_id AS recipient_id
            FROM documents AS document JOIN arrivals AS paper ON ${isPaperOf('document', 'paper')}) AS found
   WHERE ${among}
     AND EXISTS (SELECT 1 FROM deliveries AS delivery
                  WHERE delivery.document_id = found.document_id AND delivery.recipient_id = found.recipient_id
                    AND delivery.state IN (${concluded}))`;

/** Paper that the recipient registered and its sender’s register has not; registered twice, it is one exchange. */
const unknownToSender = (among: string): string => `
  SELECT NULL, arrival_id, recipient_id, ${onPaper}
    FROM (SELECT paper.id AS arrival_id, paper.agency_id AS recipient_id
            FROM arrivals AS paper
           WHERE paper.source = 'paper' AND paper.sender_id IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM documents AS document JOIN deliveries AS delivery
                                 ON delivery.document_id = document.id AND delivery.recipient_id = paper.agency_id
                                AND delivery.state IN (${concluded})
                              WHERE ${isPaperOf('document', 'paper')})
             AND NOT EXISTS (SELECT 1 FROM arrivals AS earlier
                              WHERE earlier.agency_id = paper.agency_id AND ${isSamePaper('earlier', 'paper')}
                                AND earlier.id < paper.id)) AS found
   WHERE ${among}`;

/** That two arrivals on paper are of one document. */
export function isSamePaper(one: string, other: string): string {
  return `${one}.source = 'paper' AND ${one}.sender_id = ${other}.sender_id
    AND upper(${one}.symbol) = upper(${other}.symbol) AND ${one}.issued_on = ${other}.issued_on`;
}

/**
 * The exchanges that the registers of both sides tell of. The one definition for counting and for recounting. Everything
 * known of a document and an agency is one exchange; a refused or recalled delivery says nothing as long as the document
 * reached the agency in another way.
 */
export function expectedExchanges({ documents, arrivals }: Among): string {
  return `
    SELECT coalesce(exchange.document_id, exchange.arrival_id) AS origin_id, exchange.document_id, exchange.arrival_id, exchange.recipient_id, sender.id AS sender_id,
           ${indicatorSql('sender.level', 'recipient.level')} AS indicator,
           coalesce(document.issued_on, paper.issued_on) AS issued_on,
           coalesce(document.type_name, paper.type_name, '') AS type_name,
           CASE WHEN NOT exchange.electronic THEN 'paper'
                WHEN exchange.paper THEN 'electronic-with-paper'
                ELSE 'electronic' END AS mode,
           exchange.paper_reason, exchange.sent_on_paper, exchange.came_on_paper,
           CASE WHEN sender.id = exchange.recipient_id THEN 'inside-one-agency'
                WHEN exchange.reached THEN NULL
                WHEN exchange.recalled THEN 'recalled'
                ELSE 'refused' END AS excluded_reason
      FROM (SELECT document_id, arrival_id, recipient_id, bool_or(reached) AS reached, bool_or(recalled) AS recalled,
                   coalesce(bool_or(electronic) FILTER (WHERE reached), bool_or(electronic)) AS electronic,
                   coalesce(bool_or(paper) FILTER (WHERE reached), bool_or(paper)) AS paper,
                   coalesce(bool_or(sent_on_paper) FILTER (WHERE reached), bool_or(sent_on_paper)) AS sent_on_paper,
                   bool_or(came_on_paper) AS came_on_paper,
                   min(paper_reason_code) FILTER (WHERE sent_on_paper AND reached) AS paper_reason
              FROM (${sent(documents)} UNION ALL ${noted(documents)} UNION ALL ${registered(documents)}
                    UNION ALL ${unknownToSender(arrivals)}) AS fact
             GROUP BY document_id, arrival_id, recipient_id) AS exchange
      LEFT JOIN documents AS document ON document.id = exchange.document_id
      LEFT JOIN arrivals AS paper ON paper.id = exchange.arrival_id
      JOIN agencies AS sender ON sender.id = coalesce(document.agency_id, paper.sender_id)
      JOIN agencies AS recipient ON recipient.id = exchange.recipient_id`;
}
