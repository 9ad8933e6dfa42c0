import { Body, Controller, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ChoosePost, SessionView } from '#contracts';
import { type SessionRecord, SwitchPost } from '#identity';
import { Answers } from '../http/api-answers.js';
import { CurrentSession } from '../http/request-context.js';
import { SessionAnswers } from './session-answers.js';

/** The post in which the session acts. */
@ApiTags('session')
@Controller('session/post')
export class SessionPostController {
  constructor(
    private readonly switchPost: SwitchPost,
    private readonly answers: SessionAnswers,
  ) {}

  @Put()
  @Answers(200, SessionView, 'The session in the other post, with new tokens')
  async choose(
    @CurrentSession() session: SessionRecord,
    @Body({ schema: ChoosePost }) { postId }: ChoosePost,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.answers.of(await this.switchPost.execute(session.actor, session.id, postId), reply);
  }
}
