import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, isPermitted } from '#contracts';
import { DomainError } from '#kernel';
import { CurrentActor } from '../http/request-context.js';
import { boardPath, QueueBoard } from './queue-board.js';

/** The depth of the queues, for the administrators of the system; only to be looked at. */
@ApiExcludeController()
@Controller(boardPath)
export class QueueBoardController {
  constructor(private readonly board: QueueBoard) {}

  @Get(['', '*'])
  async show(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isPermitted(actor, 'delivery:operate-all')) {
      throw new DomainError('permission.denied');
    }
    await this.board.answer(request, reply);
  }
}
