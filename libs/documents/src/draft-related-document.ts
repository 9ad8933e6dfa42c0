import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import {
  type Actor,
  DraftDocument as DraftFields,
  type ExchangeMode,
  type RelationKind,
  type RelationView,
  type SigningForm,
} from '#contracts';
import { isTypeInUse } from '#directory';
import { SignersQuery } from '#identity';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { citation, subjectOfRelated } from './citation.js';
import { DraftDocument } from './draft-document.js';

export interface RelatedDraft {
  readonly kind: RelationKind;
  readonly target: Omit<RelationView, 'kind'>;
  /** The type that it should have, if that is still in use. */
  readonly typeCode: string;
  /** Who should sign, and how; another signer of the agency where that one no longer can. */
  readonly signer?: { readonly postId: string; readonly form: SigningForm | null };
  readonly draftingUnit?: string;
  readonly recipients: readonly { readonly agencyId: string; readonly channel: ExchangeMode }[];
  readonly groups?: readonly { readonly groupId: string; readonly channel: ExchangeMode }[];
}

/**
 * Begins a draft that answers or corrects another document, with what is known of it filled in. Who calls has seen that
 * the actor may.
 */
@Injectable()
export class DraftRelatedDocument {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signers: SignersQuery,
    private readonly draftDocument: DraftDocument,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the draft. @throws DomainError `document.unknown-signer` and what `DraftDocument` refuses. */
  async execute(actor: Actor, wish: RelatedDraft): Promise<string> {
    return this.database.transaction(async () => {
      const { kind, target } = wish;
      const draft = DraftFields.parse({
        ...(await this.signerFor(actor, wish)),
        typeCode: await this.typeFor(wish.typeCode),
        subject: subjectOfRelated(kind, target),
        draftingUnit: wish.draftingUnit ?? '',
        recipients: await this.openRecipients(actor, wish.recipients),
        groups: await this.openGroups(wish.groups ?? []),
      });
      const id = await this.draftDocument.execute(actor, draft);
      await this.database.query(
        `INSERT INTO document_relations (document_id, kind, target_type, target_id, type_name, symbol, issued_on, issuer_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          kind,
          target.target.type,
          target.target.id,
          target.typeName,
          target.symbol,
          target.issuedOn,
          target.issuerName,
        ],
      );
      await this.audit.record(actor, {
        action: 'document.related',
        objectType: 'document',
        objectId: id,
        note: citation(target),
        after: { kind, targetType: target.target.type, targetId: target.target.id },
      });
      return id;
    });
  }

  private async signerFor(
    actor: Actor,
    { signer }: RelatedDraft,
  ): Promise<{ signerPostId: string; signingForm: SigningForm | null }> {
    const offered = await this.signers.of(actor);
    const same = offered.find(({ postId }) => postId === signer?.postId);
    const chosen = same ?? offered[0];
    if (chosen === undefined) {
      throw new DomainError('document.unknown-signer');
    }
    const form = same === undefined ? null : (signer?.form ?? null);
    return {
      signerPostId: chosen.postId,
      signingForm: form !== null && chosen.signingForms.includes(form) ? form : null,
    };
  }

  /** The wished type, else one whose symbol is a letter’s, else the first of the list. */
  private async typeFor(wished: string): Promise<string> {
    const [type] = await this.database.query<{ code: string }>(
      `SELECT code FROM document_types AS type WHERE ${isTypeInUse('type', '$2')}
        ORDER BY code <> $1, abbreviation IS NOT NULL, position LIMIT 1`,
      [wished, dayOf(this.clock.now())],
    );
    return type?.code ?? wished;
  }

  /** A closed agency by who stands in its place today, each once, the own agency left out. */
  private async openRecipients(
    actor: Actor,
    recipients: RelatedDraft['recipients'],
  ): Promise<{ agencyId: string; channel: ExchangeMode }[]> {
    return this.database.query(
      `SELECT agency_id AS "agencyId", channel
         FROM (SELECT DISTINCT ON (agency.id) agency.id AS agency_id, given.channel, given.position
                 FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS given(agency_id, channel, position)
                 JOIN agencies AS agency ON agency.id = lead_successor(given.agency_id)
                WHERE agency.valid_from <= $3 AND (agency.valid_to IS NULL OR agency.valid_to >= $3) AND agency.id <> $4
                ORDER BY agency.id, given.position) AS open
        ORDER BY position`,
      [
        recipients.map(({ agencyId }) => agencyId),
        recipients.map(({ channel }) => channel),
        dayOf(this.clock.now()),
        actor.agencyId,
      ],
    );
  }

  /** Those that were not deleted since. */
  private async openGroups(
    groups: NonNullable<RelatedDraft['groups']>,
  ): Promise<{ groupId: string; channel: ExchangeMode }[]> {
    const open = await this.database.query<{ id: string }>(
      'SELECT id FROM recipient_groups WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL',
      [groups.map(({ groupId }) => groupId)],
    );
    const ids = new Set(open.map(({ id }) => id));
    return groups.filter(({ groupId }) => ids.has(groupId)).map(({ groupId, channel }) => ({ groupId, channel }));
  }
}
