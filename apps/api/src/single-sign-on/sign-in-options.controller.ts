import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignInOptions } from '#contracts';
import { OpenIdProvider } from '#identity';
import { Answers } from '../http/api-answers.js';
import { Public } from '../http/request-context.js';

@ApiTags('session')
@Public()
@Controller('sign-in-options')
export class SignInOptionsController {
  constructor(private readonly provider: OpenIdProvider) {}

  @Get()
  @Answers(200, SignInOptions, 'The ways to sign in beside name and password')
  show(): SignInOptions {
    const { settings } = this.provider;
    return { singleSignOn: settings === undefined ? null : { name: settings.name } };
  }
}
