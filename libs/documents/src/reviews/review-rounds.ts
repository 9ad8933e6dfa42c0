import { Injectable } from '@nestjs/common';
import { type Actor, holds, type ReviewMode, type ReviewRoundView, type ReviewStepState } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database, Events } from '#platform';
import { reviewAsked } from '../document-events.js';
import { Opinions } from './opinions.js';

interface Planned {
  readonly postId: string;
  readonly fullName: string;
  readonly dueOn: string;
  readonly mode: ReviewMode;
}

export interface OpenRound {
  readonly id: string;
  readonly number: number;
  readonly versionNumber: number;
}

export interface OpenStep {
  readonly id: string;
  readonly postId: string;
  readonly state: ReviewStepState;
}

/** The rounds in which a draft goes through its reviewers. Every call is in the transaction that holds the document. */
@Injectable()
export class ReviewRounds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly opinions: Opinions,
    private readonly events: Events,
  ) {}

  async hasReviewers(documentId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM document_reviewers WHERE document_id = $1 LIMIT 1', [
      documentId,
    ]);
    return rows.length > 0;
  }

  /** Asks the first of those whom the draft names, or all. @throws DomainError `review.day-passed`. */
  async open(actor: Actor, documentId: string, versionNumber: number): Promise<void> {
    const planned = await this.planned(documentId);
    const today = dayOf(this.clock.now());
    const late = planned.find(({ dueOn }) => dueOn < today);
    if (late !== undefined) {
      throw new DomainError('review.day-passed', { name: late.fullName });
    }
    const id = newId();
    const mode = planned[0]?.mode ?? 'in-turn';
    await this.database.query('UPDATE review_steps SET reads = false WHERE document_id = $1 AND reads', [documentId]);
    await this.database.query(
      `INSERT INTO review_rounds (id, document_id, number, mode, state, version_number, opened_at)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, 'open', $4, $5 FROM review_rounds WHERE document_id = $2`,
      [id, documentId, mode, versionNumber, this.clock.now()],
    );
    const steps = await this.database.query<{ postId: string; state: ReviewStepState }>(
      `INSERT INTO review_steps (id, round_id, document_id, position, post_id, due_on, state, reads)
       SELECT id, $1, $2, position, post_id, due_on,
              CASE WHEN $3 = 'side-by-side' OR position = 1 THEN 'asked' ELSE 'waiting' END, true
         FROM unnest($4::uuid[], $5::uuid[], $6::date[]) WITH ORDINALITY AS given(id, post_id, due_on, position)
       RETURNING post_id AS "postId", state`,
      [
        id,
        documentId,
        mode,
        planned.map(() => newId()),
        planned.map(({ postId }) => postId),
        planned.map(({ dueOn }) => dueOn),
      ],
    );
    const asked = steps.filter(({ state }) => state === 'asked');
    await this.events.emit(reviewAsked, { documentId, postIds: asked.map(({ postId }) => postId), actor });
  }

  /**
   * The step that the actor is to decide now, with its round.
   *
   * @throws DomainError `review.not-your-turn`, `review.already-given`, `document.wrong-state` when no round is open.
   */
  async stepOf(actor: Actor, documentId: string): Promise<{ round: OpenRound; step: OpenStep }> {
    const [round] = await this.database.query<OpenRound>(
      `SELECT id, number, version_number AS "versionNumber" FROM review_rounds
        WHERE document_id = $1 AND state = 'open'`,
      [documentId],
    );
    const steps = await this.database.query<OpenStep>(
      'SELECT id, post_id AS "postId", state FROM review_steps WHERE round_id = $1 ORDER BY position',
      [round?.id ?? null],
    );
    const own = steps.filter(({ postId }) => holds(actor, postId));
    const step = own.find(({ state }) => state === 'asked');
    if (round !== undefined && step !== undefined) {
      return { round, step };
    }
    if (own.some(({ state }) => state === 'waiting')) {
      throw new DomainError('review.not-your-turn');
    }
    throw own.length === 0 ? new DomainError('document.wrong-state') : new DomainError('review.already-given');
  }

  /** By one guarded UPDATE. @throws DomainError `review.already-given`. */
  async decide(step: OpenStep, state: 'agreed' | 'returned'): Promise<void> {
    const { affected } = await this.database.execute(
      `UPDATE review_steps SET state = $2, decided_at = $3 WHERE id = $1 AND state = 'asked'`,
      [step.id, state, this.clock.now()],
    );
    if (affected !== 1) {
      throw new DomainError('review.already-given');
    }
  }

  /** Asks the next in turn; true when everybody has agreed, which closes the round. */
  async goOn(actor: Actor, documentId: string, round: OpenRound): Promise<boolean> {
    const next = await this.database.query<{ postId: string }>(
      `UPDATE review_steps SET state = 'asked'
        WHERE id = (SELECT id FROM review_steps WHERE round_id = $1 AND state = 'waiting' ORDER BY position LIMIT 1)
          AND NOT EXISTS (SELECT 1 FROM review_steps WHERE round_id = $1 AND state = 'asked')
       RETURNING post_id AS "postId"`,
      [round.id],
    );
    if (next.length > 0) {
      await this.events.emit(reviewAsked, { documentId, postIds: next.map(({ postId }) => postId), actor });
    }
    const open = await this.database.query(
      `SELECT 1 FROM review_steps WHERE round_id = $1 AND state IN ('waiting', 'asked') LIMIT 1`,
      [round.id],
    );
    if (open.length > 0) {
      return false;
    }
    await this.database.query(`UPDATE review_rounds SET state = 'agreed', closed_at = $2 WHERE id = $1`, [
      round.id,
      this.clock.now(),
    ]);
    return true;
  }

  /**
   * Ends the open round of a document before everybody was heard; who was not is on record. Those whom it asked go on
   * reading, unless it was called back: then it is the drafter’s alone again. [own]
   */
  async close(documentId: string, state: Exclude<ReviewRoundView['state'], 'open' | 'agreed'>): Promise<void> {
    const [round] = await this.database.query<OpenRound>(
      `UPDATE review_rounds SET state = $2, closed_at = $3 WHERE document_id = $1 AND state = 'open'
       RETURNING id, number, version_number AS "versionNumber"`,
      [documentId, state, this.clock.now()],
    );
    if (round === undefined) {
      return;
    }
    const unheard = await this.database.query<{ postId: string; position: number }>(
      `UPDATE review_steps SET state = 'void' WHERE round_id = $1 AND state IN ('waiting', 'asked')
       RETURNING post_id AS "postId", position`,
      [round.id],
    );
    if (state === 'called-back' || state === 'broken-off') {
      await this.database.query('UPDATE review_steps SET reads = false WHERE round_id = $1', [round.id]);
    }
    const inOrder = unheard.toSorted((one, other) => one.position - other.position);
    await this.opinions.addVoid(
      documentId,
      round,
      inOrder.map(({ postId }) => postId),
    );
  }

  private async planned(documentId: string): Promise<Planned[]> {
    return this.database.query<Planned>(
      `SELECT named.post_id AS "postId", person.full_name AS "fullName", named.due_on AS "dueOn",
              document.review_mode AS mode
         FROM document_reviewers AS named
         JOIN documents AS document ON document.id = named.document_id
         JOIN posts AS post ON post.id = named.post_id
         JOIN people AS person ON person.id = post.person_id
        WHERE named.document_id = $1 ORDER BY named.position`,
      [documentId],
    );
  }
}
