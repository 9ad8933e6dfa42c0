import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { declaredJobs, lanesOf, QueueBackend } from '#platform';
import { apiPrefix } from '../http/api-prefix.js';

export const boardPath = 'delivery-queue/board';

const uiFolder = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));

/**
 * @bull-board over our queues, to look at and for nothing else: what people do to the queue goes by our own page and
 * leaves a trail. It is a server of its own inside this one, since both name their parts alike; it is made at the first
 * look.
 */
@Injectable()
export class QueueBoard implements OnModuleDestroy {
  private board: Promise<FastifyInstance> | undefined;

  constructor(private readonly backend: QueueBackend) {}

  /** Answers in place of the caller, whose headers it keeps. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.board ??= this.open();
    const board = await this.board;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) {
        reply.raw.setHeader(name, value);
      }
    }
    reply.hijack();
    board.routing(request.raw, reply.raw);
  }

  async onModuleDestroy(): Promise<void> {
    await (await this.board)?.close();
  }

  private async open(): Promise<FastifyInstance> {
    const adapter = new FastifyAdapter().setBasePath(`${apiPrefix}/${boardPath}`);
    const names = [...new Set(lanesOf(declaredJobs()).map(({ name }) => name))];
    createBullBoard({
      queues: names.map((name) => new BullMQAdapter(this.backend.queue(name), { readOnlyMode: true })),
      serverAdapter: adapter,
      options: {
        uiBasePath: uiFolder,
        uiConfig: { boardTitle: 'Văn Thư', hideRedisDetails: true, showMetrics: false },
      },
    });
    const board = Fastify();
    await board.register(adapter.registerPlugin(), { prefix: `${apiPrefix}/${boardPath}` });
    await board.ready();
    return board;
  }
}
