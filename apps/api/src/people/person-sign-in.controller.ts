import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Invitation, type Page, PageQuery, SessionPage, type SessionSummary } from '#contracts';
import { EndSessionsOfPerson, InvitePerson, SessionsQuery } from '#identity';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor, languageOf } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** How somebody gets in, and where they are, for who administers them. */
@ApiTags('people')
@Controller('people/:id')
export class PersonSignInController {
  constructor(
    private readonly invite: InvitePerson,
    private readonly sessions: SessionsQuery,
    private readonly endSessions: EndSessionsOfPerson,
  ) {}

  /** Takes no Idempotency-Key: the answer holds a secret, which is kept nowhere, and a repeat makes a newer link. */
  @Post('invitations')
  @Answers(201, Invitation, 'A link by which the person chooses a password, once; older ones end')
  async invitePerson(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Invitation> {
    return this.invite.execute(actor, id, languageOf(language));
  }

  @Get('sessions')
  @Answers(200, SessionPage, 'Where the person is signed in, the newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<SessionSummary>> {
    return this.sessions.ofPerson(actor, id, query);
  }

  @Delete('sessions')
  @HttpCode(204)
  @AnswersNothing('The person is signed out everywhere')
  async end(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.endSessions.execute(actor, id);
  }
}
