import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { heldPosts, readsWhatIsNarrowed } from '#access';
import {
  type Actor,
  type ChannelName,
  type DeliveryInAttention,
  type DeliveryInAttentionView,
  type DeliveryTryView,
  type FindDeliveriesInAttention,
  Id,
  isPermitted,
  type Page,
} from '#contracts';
import { documentIsOpenTo, partAt } from '#documents';
import { DomainError } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';

interface Row extends Omit<DeliveryInAttention, 'since'> {
  readonly since: Date;
}

type DetailsRow = Row &
  Pick<DeliveryInAttentionView, 'detail' | 'digest' | 'files' | 'alike'> & { readonly recipientId: string | null };

/**
 * What a narrowed document is about is for those it was left to, here too: the others deal with its delivery by number
 * and digest. What is not narrowed is shown to who runs the system as well, who is asked about it.
 */
const isOpen = (posts: string, readsNarrowed: string): string =>
  documentIsOpenTo('document', {
    posts: `${posts}::uuid[]`,
    readsNarrowed: `${readsNarrowed}::boolean`,
    isClerk: 'false',
  });

const columns = (posts: string, readsNarrowed: string): string => `
  delivery.id, delivery.document_id AS "documentId", document.symbol,
  coalesce(document.type_name, type.name) AS "typeName", CASE WHEN ${isOpen(posts, readsNarrowed)} THEN document.subject END AS subject,
  document.urgency,
  document.issuer_name AS "senderName", delivery.recipient_name AS "recipientName", delivery.channel,
  coalesce(delivery.cause, 'internal') AS cause, delivery.state_at AS since, delivery.tries,
  delivery.state = 'given-up' AS "isGivenUp"`;

const source = `
  deliveries AS delivery
  JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
  JOIN documents AS document ON document.id = delivery.document_id
  JOIN document_types AS type ON type.code = document.type_code`;

/** Its sender wants it back: no try is made, and nothing is left to do until the recipient has answered. */
const isTakenBack = `(delivery.state = 'needs-attention' AND delivery.transport_state = 'cancelled')`;

/** Its own agency’s to the clerk, everybody’s to who runs the system. */
const isTheirs = (all: string, agencies: string): string => `(${all} OR dispatch.agency_id = ANY (${agencies}))`;

/** Deliveries that need somebody: what they carry, how they were tried, and what can be done. */
@Injectable()
export class DeliveriesInAttentionQuery {
  constructor(private readonly database: Database) {}

  /** Newest first. @throws DomainError `permission.denied`. */
  async page(actor: Actor, query: FindDeliveriesInAttention): Promise<Page<DeliveryInAttention>> {
    const [at, id] = keyOf(query.after);
    const rows = await this.database.query<Row>(
      `SELECT ${columns('$9', '$10')} FROM ${source}
        WHERE delivery.state = $1 AND delivery.state IN ('needs-attention', 'given-up') AND NOT ${isTakenBack}
          AND ${isTheirs('$2', '$3::uuid[]')}
          AND ($4::text IS NULL OR delivery.cause = $4) AND ($5::text IS NULL OR delivery.channel = $5)
          AND ($6::timestamptz IS NULL OR (delivery.state_at, delivery.id) < ($6, $7::uuid))
        ORDER BY delivery.state_at DESC, delivery.id DESC LIMIT $8`,
      [
        query.box === 'open' ? 'needs-attention' : 'given-up',
        ...reachOf(actor),
        query.cause ?? null,
        query.channel ?? null,
        at ?? null,
        id ?? null,
        query.limit + 1,
        heldPosts(actor),
        readsWhatIsNarrowed(actor),
      ],
    );
    return toPage(rows, query.limit, (row) => [row.since.toISOString(), row.id], present);
  }

  /** @throws DomainError `permission.denied`, `not-found`. */
  async view(actor: Actor, deliveryId: string): Promise<DeliveryInAttentionView> {
    const [row] = await this.database.query<DetailsRow>(
      `SELECT ${columns('$4', '$5')}, delivery.failure AS detail, dispatch.digest, delivery.recipient_id AS "recipientId",
              coalesce((SELECT json_agg(json_build_object('id', file.id, 'part', ${partAt('file.position')},
                                 'fileName', CASE WHEN ${isOpen('$4', '$5')} THEN file.file_name ELSE '' END, 'mediaType', file.media_type, 'size', file.size,
                                 'digest', file.digest) ORDER BY file.position)
                          FROM attachments AS file WHERE file.document_id = document.id), '[]') AS files,
              (SELECT count(*) FROM deliveries AS other
                 JOIN dispatches AS their ON their.id = other.dispatch_id
                WHERE other.state = 'needs-attention' AND other.recipient_id IS NOT DISTINCT FROM delivery.recipient_id
                  AND other.channel = delivery.channel AND other.cause IS NOT DISTINCT FROM delivery.cause
                  AND ($2 OR their.agency_id = ANY ($3::uuid[]))) AS alike
         FROM ${source}
        WHERE delivery.id = $1 AND delivery.state IN ('needs-attention', 'given-up') AND NOT ${isTakenBack}
          AND ${isTheirs('$2', '$3::uuid[]')}`,
      [deliveryId, ...reachOf(actor), heldPosts(actor), readsWhatIsNarrowed(actor)],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    const { recipientId, detail, digest, files, alike, ...summary } = row;
    return {
      ...present(summary),
      detail,
      digest,
      files,
      alike,
      history: await this.history(deliveryId),
      otherChannels: row.isGivenUp ? [] : await this.otherChannels(recipientId, row.channel),
    };
  }

  private async history(deliveryId: string): Promise<DeliveryTryView[]> {
    const rows = await this.database.query<
      Omit<DeliveryTryView, 'beganAt' | 'endedAt'> & { readonly beganAt: Date; readonly endedAt: Date | null }
    >(
      `SELECT number, channel, began_at AS "beganAt", ended_at AS "endedAt", outcome, cause, detail
         FROM delivery_tries WHERE delivery_id = $1 ORDER BY number DESC`,
      [deliveryId],
    );
    return rows.map((row) => ({
      ...row,
      beganAt: row.beganAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    }));
  }

  /** Paper goes everywhere. */
  private async otherChannels(recipientId: string | null, present: ChannelName): Promise<ChannelName[]> {
    const [known] = await this.database.query<{ channels: ChannelName[] }>(
      `SELECT array_remove(ARRAY[
                CASE WHEN agency.level <> 'external' THEN 'local' END,
                CASE WHEN connection.webhook_url IS NOT NULL AND connection.webhook_secret IS NOT NULL THEN 'webhook' END,
                CASE WHEN connection.mailbox IS NOT NULL THEN 'email' END], NULL) AS channels
         FROM agencies AS agency LEFT JOIN agency_connections AS connection ON connection.agency_id = agency.id
        WHERE agency.id = lead_successor($1)`,
      [recipientId],
    );
    return [...(known?.channels ?? []), 'paper' as const].filter((channel) => channel !== present);
  }
}

const cursorParts = z.tuple([z.iso.datetime(), Id]);

/** @throws DomainError `request.invalid` when the cursor is none of this list. */
function keyOf(cursor: string | undefined): readonly (string | undefined)[] {
  const key = decodeCursor(cursor, 2);
  if (key !== undefined && !cursorParts.safeParse(key).success) {
    throw new DomainError('request.invalid');
  }
  return key ?? [];
}

/** Whether all are theirs, and whose else. @throws DomainError `permission.denied`. */
function reachOf(actor: Actor): [boolean, readonly string[]] {
  const all = isPermitted(actor, 'delivery:operate-all');
  if (!all && !isPermitted(actor, 'delivery:operate')) {
    throw new DomainError('permission.denied');
  }
  return [all, [actor.agencyId, ...actor.predecessorIds]];
}

function present(row: Row): DeliveryInAttention {
  return { ...row, since: row.since.toISOString() };
}
