import { Injectable } from '@nestjs/common';
import type { Actor, OpinionView } from '#contracts';
import { Clock, newId } from '#kernel';
import { Database, Events } from '#platform';
import { opinionGiven } from '../document-events.js';
import type { OnBehalfOf } from '../stand-in-record.js';

export interface GivenOpinion {
  readonly documentId: string;
  readonly kind: OpinionView['kind'];
  readonly text: string;
  readonly roundNumber?: number | null;
  /** The latest version when left out. */
  readonly versionNumber?: number;
  readonly onBehalfOf?: OnBehalfOf | null;
}

/** Keeps for ever what people say about a document, with the name and the position that they have at that moment. */
@Injectable()
export class Opinions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** Gives the id. In the transaction that holds the document. */
  async add(actor: Actor, given: GivenOpinion): Promise<string> {
    const now = this.clock.now();
    const id = newId(now.getTime());
    const { onBehalfOf = null } = given;
    await this.database.query(
      `INSERT INTO document_opinions (id, document_id, number, kind, text, round_number, version_number, given_at,
                                      post_id, full_name, position, absent_name, absent_position)
       VALUES ($1, $2, ${next('$2')}, $3, $4, $5,
               coalesce($6, (SELECT max(number) FROM document_versions WHERE document_id = $2)),
               $7, $8, $9, $10, $11, $12)`,
      [
        id,
        given.documentId,
        given.kind,
        given.text,
        given.roundNumber ?? null,
        given.versionNumber ?? null,
        now,
        actor.postId,
        actor.fullName,
        actor.position,
        onBehalfOf?.fullName ?? null,
        onBehalfOf?.position ?? null,
      ],
    );
    await this.events.emit(opinionGiven, { documentId: given.documentId, kind: given.kind, actor });
    return id;
  }

  /** Keeps on record who was asked in a round and not heard, after what closed it, under the names that the posts have now. */
  async addVoid(
    documentId: string,
    round: { number: number; versionNumber: number },
    posts: readonly string[],
  ): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO document_opinions (id, document_id, number, kind, text, round_number, version_number, given_at,
                                      post_id, full_name, position)
       SELECT given.id, $1, ${next('$1')} + given.place - 1, 'void', '', $2, $3, $4, post.id, person.full_name, post.position
         FROM unnest($5::uuid[], $6::uuid[]) WITH ORDINALITY AS given(id, post_id, place)
         JOIN posts AS post ON post.id = given.post_id JOIN people AS person ON person.id = post.person_id`,
      [documentId, round.number, round.versionNumber, now, posts.map(() => newId(now.getTime())), posts],
    );
  }
}

/** The number after the last opinion of a document; whoever gives one holds the document. */
function next(document: string): string {
  return `coalesce((SELECT max(number) FROM document_opinions WHERE document_id = ${document}), 0) + 1`;
}
