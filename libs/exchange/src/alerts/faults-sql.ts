import { isPaused } from '../delivering/delivery-pauses.js';

/** How long a delivery that is due may wait before somebody should look. [own] */
const stuckAfter = '15 minutes';
/** How long a document may lie unopened at an agency of which nobody was there, in working hours. As SvarInn has it. */
const unseenAfter = '2 hours';

/** In Vietnam, on the days that the calendar says: two hours after work begins, so that two hours of work have passed. */
export const isInWorkingHours = `
  (SELECT local.at::time BETWEEN '10:00' AND '17:00'
          AND coalesce((SELECT kind = 'worked' FROM calendar_days WHERE day = local.at::date),
                       extract(isodow FROM local.at) < 6)
     FROM (SELECT $1::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at) AS local)`;

const stuck = `
  SELECT 'stuck' AS kind, delivery.channel AS key, delivery.channel, NULL::uuid AS agency_id, count(*) AS deliveries,
         min(coalesce(delivery.next_try_at, delivery.state_at)) AS since
    FROM deliveries AS delivery
   WHERE delivery.transport_state = 'queued'
     AND coalesce(delivery.next_try_at, delivery.state_at) < $1::timestamptz - interval '${stuckAfter}'
     AND NOT ${isPaused('delivery')}
     AND NOT EXISTS (SELECT 1 FROM recipient_lines AS line
                      WHERE line.agency_id = delivery.recipient_id AND line.channel = delivery.channel
                        AND line.opened_at IS NOT NULL)
   GROUP BY delivery.channel`;

const failing = `
  SELECT 'failing', concat(channel, ':', recipient_id), channel, recipient_id, count(*), min(state_at)
    FROM deliveries WHERE transport_state = 'failed' GROUP BY channel, recipient_id`;

const linesOpen = `
  SELECT 'line-open', concat(line.channel, ':', line.agency_id), line.channel, line.agency_id,
         (SELECT count(*) FROM deliveries
           WHERE recipient_id = line.agency_id AND channel = line.channel
             AND transport_state IN ('queued', 'sending') AND channel IN ('webhook', 'email')), line.opened_at
    FROM recipient_lines AS line WHERE line.opened_at IS NOT NULL`;

/** Nobody who could receive was signed in since the oldest came. Agency by agency along their index: ids go with time. */
const notSeen = `
  SELECT 'receiver-not-seen', waiting.agency_id::text, 'local', waiting.agency_id, waiting.number, waiting.since
    FROM (SELECT agency.id AS agency_id, oldest.arrived_at AS since,
                 (SELECT count(*) FROM arrivals WHERE agency_id = agency.id AND state = 'arrived') AS number
            FROM agencies AS agency
           CROSS JOIN LATERAL (SELECT arrived_at FROM arrivals WHERE agency_id = agency.id AND state = 'arrived'
                                ORDER BY id LIMIT 1) AS oldest) AS waiting
   WHERE $2::boolean AND waiting.since < $1::timestamptz - interval '${unseenAfter}'
     AND NOT EXISTS (SELECT 1 FROM sessions AS session JOIN posts AS post ON post.id = session.post_id
                      WHERE post.agency_id = waiting.agency_id AND post.role = 'clerk'
                        AND session.last_used_at >= waiting.since)`;

/** Everything that is wrong at the moment `$1`; who was not seen only when `$2`. */
export const faultsNow = [stuck, failing, linesOpen, notSeen].join(' UNION ALL ');
