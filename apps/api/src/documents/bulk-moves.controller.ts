import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, type BulkAction, BulkMove, type BulkOutcome, BulkResult } from '#contracts';
import { MoveOneOfMany } from '#exchange';
import { Answers, TakesKeyForEach } from '../http/api-answers.js';
import { keyIn, OnceByKey } from '../http/once-by-key.js';
import { RefusedParts } from '../http/refused-parts.js';
import { CurrentActor, type KnownRequest, OpenToClients } from '../http/request-context.js';

interface Wanted {
  readonly action: BulkAction;
  readonly id: string;
  readonly key: string | undefined;
}

/** Several documents by one wish: each is done or refused by itself, and answered by itself. */
@ApiTags('documents')
@OpenToClients()
@Controller('documents')
export class BulkMovesController {
  constructor(
    private readonly move: MoveOneOfMany,
    private readonly onceByKey: OnceByKey,
    private readonly refusedParts: RefusedParts,
  ) {}

  @Post('bulk')
  @HttpCode(200)
  @TakesKeyForEach()
  @Answers(200, BulkResult, 'What became of each, in the order of the request')
  async execute(
    @CurrentActor() actor: Actor,
    @Body({ schema: BulkMove }) { action, ids }: BulkMove,
    @Req() request: KnownRequest,
  ): Promise<BulkResult> {
    this.move.check(actor, action);
    const key = keyIn(request);
    const items: BulkOutcome[] = [];
    // One after the other: numbers follow the order in which the person saw them.
    for (const id of ids) {
      items.push(await this.outcomeOf(actor, { action, id, key }, request));
    }
    return { items };
  }

  private async outcomeOf(actor: Actor, wanted: Wanted, request: KnownRequest): Promise<BulkOutcome> {
    try {
      return { id: wanted.id, outcome: 'done', symbol: await this.symbolAfter(actor, wanted), problem: null };
    } catch (error) {
      const problem = this.refusedParts.problemOf(error, request, wanted.id);
      return { id: wanted.id, outcome: 'refused', symbol: null, problem };
    }
  }

  /** Under a key each document is done once: what was done before answers as it did, what was refused is tried again. */
  private async symbolAfter(actor: Actor, { action, id, key }: Wanted): Promise<string | null> {
    if (key === undefined) {
      return this.move.execute(actor, action, id);
    }
    const { response } = await this.onceByKey.execute(
      { personId: actor.personId, key: `${key} ${id}`, digest: `bulk ${action} ${id}` },
      async () => ({ status: 200, response: await this.move.execute(actor, action, id) }),
    );
    return typeof response === 'string' ? response : null;
  }
}
