import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecoveryCodes } from '#contracts';
import { RenewRecoveryCodes, type SessionRecord } from '#identity';
import { Answers } from '../http/api-answers.js';
import { CurrentSession } from '../http/request-context.js';

@ApiTags('account')
@Controller('account/recovery-codes')
export class RecoveryCodesController {
  constructor(private readonly renewRecoveryCodes: RenewRecoveryCodes) {}

  @Post()
  @Answers(201, RecoveryCodes, 'A new set; the one before no longer works')
  async renew(@CurrentSession() session: SessionRecord): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.renewRecoveryCodes.execute(session) };
  }
}
