import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuthorizationServer, clientScopes } from '#contracts';
import { Config } from '#platform';
import { Answers } from '../http/api-answers.js';
import { type KnownRequest, Public } from '../http/request-context.js';

/** Where OAuth libraries look first; outside the API’s own path, because RFC 8414 says where. */
export const authorizationServerPath = '.well-known/oauth-authorization-server';

@ApiTags('oauth')
@Public()
@Controller(authorizationServerPath)
export class AuthorizationServerController {
  constructor(private readonly config: Config) {}

  @Get()
  @Answers(200, AuthorizationServer, 'Where a token is asked for, and how (RFC 8414)')
  show(@Req() request: KnownRequest): AuthorizationServer {
    const { origin } = new URL(this.config.publicUrl ?? `${request.protocol}://${request.host}`);
    return {
      issuer: origin,
      token_endpoint: `${origin}/api/v1/oauth/token`,
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: [...clientScopes],
      response_types_supported: [],
    };
  }
}
