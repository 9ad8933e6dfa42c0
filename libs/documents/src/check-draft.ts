import { Injectable } from '@nestjs/common';
import type { Actor, NamedReviewer, ReviewMode, SigningForm } from '#contracts';
import { AgencyStructure, isTypeInUse, mayReadGroup } from '#directory';
import { SignersQuery } from '#identity';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { CheckReviewers } from './check-reviewers.js';

/** What a draft points at. */
export interface NamedInDraft {
  readonly typeCode: string;
  readonly signerPostId: string;
  readonly signingForm: SigningForm | null;
  readonly reviewMode: ReviewMode;
  readonly reviewers: readonly Pick<NamedReviewer, 'postId'>[];
  readonly recipients: readonly { readonly agencyId: string }[];
  readonly groups: readonly { readonly groupId: string }[];
}

/** What a draft names has to exist: its type, its signer, its recipients and their groups. */
@Injectable()
export class CheckDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signers: SignersQuery,
    private readonly structure: AgencyStructure,
    private readonly checkReviewers: CheckReviewers,
  ) {}

  /**
   * @throws DomainError `document.unknown-type`, `document.unknown-signer`, `document.signing-form-refused`,
   * `document.unknown-recipient`,
   * `document.recipient-succeeded`, `document.recipient-twice`, `document.recipient-self`, `agency.reorganised`,
   * `document.unknown-group`, `document.group-deleted`, `document.group-twice`.
   */
  async execute(actor: Actor, draft: NamedInDraft): Promise<void> {
    await this.structure.hold(actor);
    const types = await this.database.query(
      `SELECT 1 FROM document_types AS type WHERE code = $1 AND ${isTypeInUse('type', '$2')}`,
      [draft.typeCode, dayOf(this.clock.now())],
    );
    if (types.length === 0) {
      throw new DomainError('document.unknown-type');
    }
    await this.checkSigner(actor, draft);
    await this.checkReviewers.execute(actor, draft);
    await this.checkRecipients(actor, draft);
    await this.checkGroups(actor, draft);
  }

  private async checkSigner(actor: Actor, { signerPostId, signingForm }: NamedInDraft): Promise<void> {
    const signer = await this.signers.find(actor, signerPostId);
    if (signer === undefined) {
      throw new DomainError('document.unknown-signer');
    }
    if (signingForm !== null && !signer.signingForms.includes(signingForm)) {
      throw new DomainError('document.signing-form-refused', { form: `${signingForm}.` });
    }
  }

  private async checkRecipients(actor: Actor, draft: NamedInDraft): Promise<void> {
    const ids = draft.recipients.map((recipient) => recipient.agencyId);
    if (ids.includes(actor.agencyId)) {
      throw new DomainError('document.recipient-self');
    }
    const agencies = await this.database.query<{ id: string; name: string }>(
      `SELECT id, name FROM agencies
        WHERE id = ANY ($1::uuid[]) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
      [ids, dayOf(this.clock.now())],
    );
    const names = new Map(agencies.map((agency) => [agency.id, agency.name]));
    const seen = new Set<string>();
    for (const id of ids) {
      const name = names.get(id);
      if (name === undefined) {
        throw await this.notOpen(id);
      }
      if (seen.has(id)) {
        throw new DomainError('document.recipient-twice', { name });
      }
      seen.add(id);
    }
  }

  private async checkGroups(actor: Actor, { groups }: NamedInDraft): Promise<void> {
    const found = await this.database.query<{ id: string; name: string; agencyId: string | null; isDeleted: boolean }>(
      `SELECT id, name, agency_id AS "agencyId", deleted_at IS NOT NULL AS "isDeleted"
         FROM recipient_groups WHERE id = ANY ($1::uuid[])`,
      [groups.map(({ groupId }) => groupId)],
    );
    const seen = new Set<string>();
    for (const { groupId } of groups) {
      const group = found.find(({ id }) => id === groupId);
      if (group === undefined || !mayReadGroup(actor, group)) {
        throw new DomainError('document.unknown-group');
      }
      if (group.isDeleted) {
        throw new DomainError('document.group-deleted', { name: group.name });
      }
      if (seen.has(groupId)) {
        throw new DomainError('document.group-twice', { name: group.name });
      }
      seen.add(groupId);
    }
  }

  /** A closed agency names who stands in its place, so that the drafter can choose. */
  private async notOpen(id: string): Promise<DomainError> {
    const [closed] = await this.database.query<{ name: string; successor: string }>(
      `SELECT closed.name, successor.name AS successor
         FROM agencies AS closed JOIN agencies AS successor ON successor.id = lead_successor(closed.id)
        WHERE closed.id = $1 AND successor.id <> closed.id`,
      [id],
    );
    return closed === undefined
      ? new DomainError('document.unknown-recipient')
      : new DomainError('document.recipient-succeeded', { ...closed });
  }
}
