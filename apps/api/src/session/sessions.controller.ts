import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Page, PageQuery, SessionPage, type SessionSummary } from '#contracts';
import { EndOwnSessions, type SessionRecord, SessionsQuery } from '#identity';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { CurrentSession } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('session')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsQuery,
    private readonly endOwn: EndOwnSessions,
  ) {}

  @Get()
  @Answers(200, SessionPage, 'Where you are signed in, the newest first')
  async list(
    @CurrentSession() session: SessionRecord,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<SessionSummary>> {
    return this.sessions.own(session, query);
  }

  @Delete()
  @HttpCode(204)
  @AnswersNothing('You are signed out everywhere but here')
  async endOthers(@CurrentSession() session: SessionRecord): Promise<void> {
    await this.endOwn.execute(session, 'others');
  }

  @Delete(':id')
  @HttpCode(204)
  @AnswersNothing('The session has ended, and what was open in it')
  async end(@CurrentSession() session: SessionRecord, @Param('id', IdPipe) id: string): Promise<void> {
    await this.endOwn.execute(session, { only: id });
  }
}
