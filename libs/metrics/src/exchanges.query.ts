import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { heldPosts, readsWhatIsNarrowed } from '#access';
import {
  type Actor,
  dayField,
  type ExchangeMode,
  type ExchangeView,
  type FindExchanges,
  Id,
  isPermitted,
  type Page,
} from '#contracts';
import { documentIsOpenTo } from '#documents';
import { arrivalIsOpenTo } from '#incoming';
import { Clock, DomainError, yearOf } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';
import { shareDays } from './share-days.js';
import { shareScope } from './share-policy.js';
import { sentBy } from './share-structure.js';

interface ExchangeRow {
  readonly originId: string;
  readonly documentId: string | null;
  readonly issuedOn: string;
  readonly mode: ExchangeMode;
  readonly symbol: string;
  readonly subject: string;
  readonly isOpen: boolean;
  readonly typeName: string;
  readonly senderId: string;
  readonly senderCode: string;
  readonly senderName: string;
  readonly senderAbbreviation: string;
  readonly recipientId: string;
  readonly recipientCode: string;
  readonly recipientName: string;
  readonly recipientAbbreviation: string;
}

/** The page is cut in the index before anything is joined to it. */
function statement(conditions: readonly string[], limit: string, isOpen: string): string {
  return `
    SELECT exchange.origin_id AS "originId", exchange.document_id AS "documentId", exchange.issued_on AS "issuedOn",
           exchange.mode, coalesce(document.symbol, paper.symbol) AS symbol,
           coalesce(document.subject, paper.subject) AS subject, ${isOpen} AS "isOpen", exchange.type_name AS "typeName",
           sender.id AS "senderId", sender.code AS "senderCode", sender.name AS "senderName",
           sender.abbreviation AS "senderAbbreviation",
           recipient.id AS "recipientId", recipient.code AS "recipientCode", recipient.name AS "recipientName",
           recipient.abbreviation AS "recipientAbbreviation"
      FROM (SELECT * FROM exchanges WHERE excluded_reason IS NULL AND ${conditions.join(' AND ')}
             ORDER BY issued_on DESC, origin_id DESC, recipient_id DESC LIMIT ${limit}) AS exchange
      LEFT JOIN documents AS document ON document.id = exchange.document_id
      LEFT JOIN arrivals AS paper ON paper.id = exchange.arrival_id
      JOIN agencies AS sender ON sender.id = exchange.sender_id
      JOIN agencies AS recipient ON recipient.id = exchange.recipient_id
     ORDER BY exchange.issued_on DESC, exchange.origin_id DESC, exchange.recipient_id DESC`;
}

/** The exact list of exchanges behind a figure of the electronic share, newest first, in the scope of the figure. */
@Injectable()
export class ExchangesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`, `request.invalid` for a cursor that is none of ours. */
  async page(actor: Actor, query: FindExchanges): Promise<Page<ExchangeView>> {
    if (!isPermitted(actor, 'share:read')) {
      throw new DomainError('permission.denied');
    }
    const { senderId } = shareScope(actor, query.agencyId);
    const [first, last] = shareDays(query.year ?? yearOf(this.clock.now()), query.month);
    const values: unknown[] = [query.indicator, first, last];
    const conditions = ['indicator = $1', 'issued_on BETWEEN $2 AND $3'];
    const given = (value: unknown): string => `$${values.push(value)}`;
    if (senderId !== null) {
      conditions.push(sentBy(given(senderId), query.structure));
    }
    if (query.mode !== undefined) {
      conditions.push(`mode = ${given(query.mode)}`);
    }
    const after = keyOf(query.after);
    if (after !== undefined) {
      const [issuedOn, originId, recipientId] = after.map(given);
      conditions.push(`(issued_on, origin_id, recipient_id) < (${issuedOn}, ${originId}, ${recipientId})`);
    }
    const limit = given(query.limit + 1);
    const isOpen = isOpenTo(actor, given);
    const rows = await this.database.query<ExchangeRow>(statement(conditions, limit, isOpen), values);
    return toPage(rows, query.limit, (row) => [row.issuedOn, row.originId, row.recipientId], present);
  }
}

/**
 * Whether the row may say what the document is about. It stays in the list, because the figure counts it: but who can’t
 * read it in the agency that sent it, nor in the own one that got it, sees neither symbol nor subject.
 */
function isOpenTo(actor: Actor, given: (value: unknown) => string): string {
  const reader = {
    posts: `${given(heldPosts(actor))}::uuid[]`,
    readsNarrowed: `${given(readsWhatIsNarrowed(actor))}::boolean`,
    isClerk: 'false',
  };
  const own = `${given([actor.agencyId, ...actor.predecessorIds])}::uuid[]`;
  const sent = `document.id IS NULL OR NOT document.restricted
    OR (document.agency_id = ANY (${own}) AND ${documentIsOpenTo('document', reader)})`;
  const onPaper = `paper.id IS NULL OR NOT paper.restricted
    OR (paper.agency_id = ANY (${own}) AND ${arrivalIsOpenTo('paper', reader)})`;
  const received = `NOT EXISTS (
    SELECT 1 FROM arrivals AS arrival JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
     WHERE arrival.agency_id = ANY (${own}) AND arrival.restricted AND delivery.document_id = document.id
       AND NOT ${arrivalIsOpenTo('arrival', reader)})`;
  return `((${sent}) AND (${onPaper}) AND ${received})`;
}

const cursorParts = z.tuple([dayField(), Id, Id]);

function keyOf(cursor: string | undefined): readonly string[] | undefined {
  const key = decodeCursor(cursor, 3);
  if (key !== undefined && !cursorParts.safeParse(key).success) {
    throw new DomainError('request.invalid');
  }
  return key;
}

function present(row: ExchangeRow): ExchangeView {
  return {
    id: row.originId,
    documentId: row.documentId,
    sender: {
      id: row.senderId,
      code: row.senderCode,
      name: row.senderName,
      abbreviation: row.senderAbbreviation,
    },
    recipient: {
      id: row.recipientId,
      code: row.recipientCode,
      name: row.recipientName,
      abbreviation: row.recipientAbbreviation,
    },
    typeName: row.typeName,
    symbol: row.isOpen ? row.symbol : null,
    subject: row.isOpen ? row.subject : null,
    issuedOn: row.issuedOn,
    mode: row.mode,
  };
}
