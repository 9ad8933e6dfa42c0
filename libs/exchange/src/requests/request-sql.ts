/** The kind of a delivery: a dispatch can be a replacement to those who hold the earlier document and new to others. */
export function kindOf(delivery: string): string {
  return `coalesce((SELECT request.kind FROM sender_requests AS request
                     WHERE request.by_delivery_id = ${delivery}.id ORDER BY request.id LIMIT 1), 'new')`;
}

/** What the recipient of a delivery was asked about it and has not decided. */
export function askedOf(delivery: string): string {
  return `(SELECT request.kind FROM sender_requests AS request
            WHERE request.delivery_id = ${delivery} AND request.state = 'asked' ORDER BY request.id DESC LIMIT 1)`;
}

/** A delivery that can still be taken back by its sender. */
export function isRecallable(delivery: string): string {
  return `(${delivery}.channel <> 'paper'
    AND ${delivery}.state NOT IN ('refused', 'given-up', 'recalled', 'recalled-after-registration')
    AND NOT EXISTS (SELECT 1 FROM sender_requests AS request
                     WHERE request.delivery_id = ${delivery}.id AND request.kind = 'recall' AND request.state = 'asked'))`;
}
