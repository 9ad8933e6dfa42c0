import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type PasskeySite, passkeySiteOf } from '#identity';
import { Config } from '#platform';

/** The site for which passkeys are made and asked, by the settings or by where a request came to. */
@Injectable()
export class PasskeySites {
  constructor(private readonly config: Config) {}

  of({ protocol, host }: FastifyRequest): PasskeySite | null {
    return passkeySiteOf(this.config.publicUrl, { protocol, host });
  }
}
