/** Placeholders of a statement for the bounds of `LateMoments`. */
export interface BoundNames {
  readonly sentBefore: string;
  readonly arrivedBefore: string;
  readonly today: string;
}

/** What has not reached its recipient yet, or has and waits there for an answer: few, with an index of their own. */
export const openStates = `'queued', 'sent', 'needs-attention', 'arrived'`;

/** Not what its sender has completed: nobody waits for the recipients of that any more. [own] */
const inWork = `'accepted', 'assigned', 'in-process'`;

/** How a delivery is late, null when it is not; over rows `delivery`, `dispatch` and `document`. */
export function lateKind({ sentBefore, arrivedBefore, today }: BoundNames): string {
  return `CASE
    WHEN delivery.transport_state = 'cancelled' THEN NULL
    WHEN delivery.state IN ('queued', 'sent', 'needs-attention') AND dispatch.sent_at <= ${sentBefore} THEN 'not-arrived'
    WHEN delivery.state = 'arrived' AND delivery.state_at <= ${arrivedBefore} THEN 'not-answered'
    WHEN delivery.state IN (${inWork}) AND document.due_date < ${today} AND document.state = 'sent' THEN 'not-completed'
  END`;
}

/** The deliveries of some agencies that may be late, from the two indexes that hold them. */
export function mayBeLate(agencies: string, today: string): string {
  return `
    SELECT delivery.id FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
     WHERE delivery.state IN (${openStates}) AND dispatch.agency_id = ANY (${agencies})
     UNION ALL
    SELECT delivery.id FROM documents AS document JOIN deliveries AS delivery ON delivery.document_id = document.id
     WHERE document.agency_id = ANY (${agencies}) AND document.state = 'sent' AND document.due_date < ${today}
       AND delivery.state IN (${inWork})`;
}
