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
const isReached = `state NOT IN ('refused', 'recalled')`;

const concluded = [...reachedStates, ...excludedStates].map((state) => `'${state}'`).join(', ');

/** What an exchange row says, in the order of its columns; the recount compares these. */
export const exchangeColumns = 'document_id, recipient_id, sender_id, indicator, issued_on, mode, excluded_reason';

/**
 * The exchanges that the registers tell of: deliveries joined to their documents. The one definition for counting and
 * for recounting. Several deliveries of a document to an agency are one exchange; a refused or recalled one says nothing
 * as long as another one reached.
 *
 * @param among - An SQL condition on the columns of deliveries.
 */
export function expectedExchanges(among: string): string {
  return `
    SELECT exchange.document_id, exchange.recipient_id, document.agency_id AS sender_id,
           ${indicatorSql('sender.level', 'recipient.level')} AS indicator,
           document.issued_on,
           CASE WHEN NOT exchange.electronic THEN 'paper'
                WHEN exchange.paper THEN 'electronic-with-paper'
                ELSE 'electronic' END AS mode,
           CASE WHEN document.agency_id = exchange.recipient_id THEN 'inside-one-agency'
                WHEN exchange.reached THEN NULL
                WHEN exchange.recalled THEN 'recalled'
                ELSE 'refused' END AS excluded_reason
      FROM (SELECT document_id, recipient_id, bool_or(${isReached}) AS reached,
                   bool_or(state = 'recalled') AS recalled,
                   coalesce(bool_or(mode <> 'paper') FILTER (WHERE ${isReached}),
                            bool_or(mode <> 'paper')) AS electronic,
                   coalesce(bool_or(mode <> 'electronic') FILTER (WHERE ${isReached}),
                            bool_or(mode <> 'electronic')) AS paper
              FROM deliveries
             WHERE state IN (${concluded}) AND ${among}
             GROUP BY document_id, recipient_id) AS exchange
      JOIN documents AS document ON document.id = exchange.document_id
      JOIN agencies AS sender ON sender.id = document.agency_id
      JOIN agencies AS recipient ON recipient.id = exchange.recipient_id`;
}
