import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import {
  type Actor,
  DraftDocument as DraftFields,
  type PaperReasonChoice,
  type RelationKind,
  type RelationView,
  type SigningForm,
} from '#contracts';
import { isTypeInUse } from '#directory';
import { SignersQuery } from '#identity';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import type { Addressed } from '../recipients/addressed.js';
import { citation, subjectOfRelated } from './citation.js';
import { DraftDocument } from '../draft-document.js';

export interface RelatedDraft {
  readonly kind: RelationKind;
  readonly target: Omit<RelationView, 'kind'>;
  /** The type that it should have, if that is still in use. */
  readonly typeCode: string;
  /** Who should sign, and how; another signer of the agency where that one no longer can. */
  readonly signer?: { readonly postId: string; readonly form: SigningForm | null };
  readonly draftingUnit?: string;
  readonly recipients: Addressed['recipients'];
  readonly groups?: Addressed['groups'];
  readonly externals?: Addressed['externals'];
  readonly people?: Addressed['people'];
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
        recipients: await this.withReasons(await this.openRecipients(actor, wish.recipients)),
        groups: await this.withReasons(await this.openGroups(wish.groups ?? [])),
        externals: await this.withReasons(wish.externals ?? []),
        people: await this.colleagues(actor, wish.people ?? []),
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
  private async openRecipients(actor: Actor, recipients: Addressed['recipients']): Promise<Addressed['recipients']> {
    const open = await this.database.query<{ agencyId: string; position: number }>(
      `SELECT agency_id AS "agencyId", position::int
         FROM (SELECT DISTINCT ON (agency.id) agency.id AS agency_id, given.position
                 FROM unnest($1::uuid[]) WITH ORDINALITY AS given(agency_id, position)
                 JOIN agencies AS agency ON agency.id = lead_successor(given.agency_id)
                WHERE agency.valid_from <= $2 AND (agency.valid_to IS NULL OR agency.valid_to >= $2) AND agency.id <> $3
                ORDER BY agency.id, given.position) AS open
        ORDER BY position`,
      [recipients.map(({ agencyId }) => agencyId), dayOf(this.clock.now()), actor.agencyId],
    );
    return open.flatMap(({ agencyId, position }) => {
      const given = recipients[position - 1];
      return given === undefined ? [] : [{ ...given, agencyId }];
    });
  }

  /** Those that were not deleted since. */
  private async openGroups(groups: Addressed['groups']): Promise<Addressed['groups']> {
    const open = await this.database.query<{ id: string }>(
      'SELECT id FROM recipient_groups WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL',
      [groups.map(({ groupId }) => groupId)],
    );
    const ids = new Set(open.map(({ id }) => id));
    return groups.filter(({ groupId }) => ids.has(groupId));
  }

  /** A reason for paper that is out of use has to be chosen anew. */
  private async withReasons<Named extends { readonly paperReason: PaperReasonChoice | null }>(
    named: readonly Named[],
  ): Promise<Named[]> {
    const inUse = await this.database.query<{ code: string }>(
      'SELECT code FROM paper_reasons WHERE retired_at IS NULL',
    );
    const codes = new Set(inUse.map(({ code }) => code));
    return named.map((one) =>
      one.paperReason === null || codes.has(one.paperReason.code) ? one : { ...one, paperReason: null },
    );
  }

  /** Those who still hold their posts in the own agency. */
  private async colleagues(actor: Actor, people: Addressed['people']): Promise<Addressed['people']> {
    const open = await this.database.query<{ id: string }>(
      `SELECT id FROM posts WHERE id = ANY ($1::uuid[]) AND agency_id = $2
          AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)`,
      [people.map(({ postId }) => postId), actor.agencyId, dayOf(this.clock.now())],
    );
    const ids = new Set(open.map(({ id }) => id));
    return people.filter(({ postId }) => ids.has(postId));
  }
}
