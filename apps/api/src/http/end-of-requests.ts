import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** How long requests that run may take to end once the process is told to stop, in milliseconds. */
const patience = 10_000;

/** Lets running requests end at a stop, but not for ever: an upload over a thin line can be sent again. */
@Injectable()
export class EndOfRequests implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), patience).unref();
  }
}
