import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessQuery, ChangeAccess, ConfirmAccessChange, WithdrawAccessChange } from '#access';
import { AccessView, type Actor, ChangeAccess as Wish } from '#contracts';
import { Answers, AnswersNothing, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

const objectType = 'document';

/** Rights on one outgoing document, beside those of state and post. */
@ApiTags('access')
@Controller('documents/:id/access-changes')
export class DocumentAccessController {
  constructor(
    private readonly access: AccessQuery,
    private readonly changeAccess: ChangeAccess,
    private readonly confirmChange: ConfirmAccessChange,
    private readonly withdrawChange: WithdrawAccessChange,
  ) {}

  @Get()
  @Answers(200, AccessView, 'Who may read it, and the changes of that which hold now')
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<AccessView> {
    return this.access.view(actor, objectType, id);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, AccessView, 'Changed; it holds at once, unconfirmed')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) objectId: string,
    @Body({ schema: Wish }) wish: Wish,
  ): Promise<AccessView> {
    await this.changeAccess.execute(actor, { objectType, objectId, wish });
    return this.access.view(actor, objectType, objectId);
  }

  @Post(':changeId/confirm')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, AccessView, 'Confirmed')
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) objectId: string,
    @Param('changeId', IdPipe) changeId: string,
  ): Promise<AccessView> {
    await this.confirmChange.execute(actor, { objectType, objectId, changeId });
    return this.access.view(actor, objectType, objectId);
  }

  @Delete(':changeId')
  @HttpCode(204)
  @AnswersNothing('Withdrawn: reading is as it was before the change')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) objectId: string,
    @Param('changeId', IdPipe) changeId: string,
  ): Promise<void> {
    await this.withdrawChange.execute(actor, { objectType, objectId, changeId });
  }
}
