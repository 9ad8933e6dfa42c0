import { Controller, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import { TokenAnswer, TokenRefusal } from '#contracts';
import { GrantAccessToken } from '#identity';
import { Answers } from '../http/api-answers.js';
import { type KnownRequest, Public } from '../http/request-context.js';
import { TokenFilter } from './token.filter.js';
import { readTokenRequest } from './token-request.js';

/** OAuth 2.0 for other systems: client credentials alone (RFC 6749, section 4.4). */
@ApiTags('oauth')
@Public()
@Controller('oauth')
export class TokenController {
  constructor(private readonly grant: GrantAccessToken) {}

  @Post('token')
  @HttpCode(200)
  @UseFilters(TokenFilter)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['grant_type'],
      properties: {
        grant_type: { type: 'string', enum: ['client_credentials'] },
        scope: { type: 'string', description: 'With spaces between; all that the client has when left out' },
        client_id: { type: 'string', description: 'Unless it is in the Authorization header' },
        client_secret: { type: 'string', description: 'Unless it is in the Authorization header' },
      },
    },
  })
  @ApiResponse({ status: 400, description: 'The request is wrong', standardSchema: TokenRefusal })
  @ApiResponse({ status: 401, description: 'The client or its secret is wrong', standardSchema: TokenRefusal })
  @Answers(200, TokenAnswer, 'An access token for an hour')
  async token(@Req() request: KnownRequest): Promise<TokenAnswer> {
    const read = readTokenRequest(request.body, request.headers.authorization);
    return this.grant.execute({ ...read, address: request.ip });
  }
}
