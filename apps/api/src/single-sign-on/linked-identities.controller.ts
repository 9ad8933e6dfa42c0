import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, type LinkedIdentity, LinkedIdentityList } from '#contracts';
import { LinkedIdentitiesQuery, UnlinkIdentitiesOfPerson, UnlinkIdentity } from '#identity';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('session')
@Controller()
export class LinkedIdentitiesController {
  constructor(
    private readonly identities: LinkedIdentitiesQuery,
    private readonly unlinkIdentity: UnlinkIdentity,
    private readonly unlinkPerson: UnlinkIdentitiesOfPerson,
  ) {}

  @Get('linked-identities')
  @Answers(200, LinkedIdentityList, 'Your accounts at identity providers')
  async find(@CurrentActor() actor: Actor): Promise<{ items: LinkedIdentity[] }> {
    return { items: await this.identities.of(actor) };
  }

  @Delete('linked-identities/:id')
  @HttpCode(204)
  @AnswersNothing('Forgotten; the next sign-in there is matched anew')
  async unlink(@CurrentActor() actor: Actor, @Param('id', IdPipe) identityId: string): Promise<void> {
    await this.unlinkIdentity.execute(actor, identityId);
  }

  @Delete('people/:id/linked-identities')
  @HttpCode(204)
  @AnswersNothing('Forgotten, and their sessions have ended: the next sign-in at the provider is matched anew')
  async unlinkOf(@CurrentActor() actor: Actor, @Param('id', IdPipe) personId: string): Promise<void> {
    await this.unlinkPerson.execute(actor, personId);
  }
}
