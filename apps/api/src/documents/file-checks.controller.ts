import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DecideHeldFile, DocumentChecks } from '#contracts';
import { FileChecksQuery, ReleaseFile, WithdrawFile } from '#documents';
import { Answers, AnswersNothing, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** What was found in the files of a document, and what the clerk decides about those that are held. */
@ApiTags('documents')
@Controller('documents/:id')
export class FileChecksController {
  constructor(
    private readonly checks: FileChecksQuery,
    private readonly releaseFile: ReleaseFile,
    private readonly withdrawFile: WithdrawFile,
  ) {}

  @Get('checks')
  @Answers(200, DocumentChecks, 'Malware and marks of secrecy, file by file, and what was withdrawn')
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentChecks> {
    return this.checks.of(actor, id);
  }

  @Post('attachments/:attachmentId/release')
  @HttpCode(204)
  @TakesIdempotencyKey()
  @AnswersNothing('The file is not classified; the document may go on')
  async release(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
    @Body({ schema: DecideHeldFile }) { reason }: DecideHeldFile,
  ): Promise<void> {
    await this.releaseFile.execute(actor, id, attachmentId, reason);
  }

  @Post('attachments/:attachmentId/withdraw')
  @HttpCode(204)
  @TakesIdempotencyKey()
  @AnswersNothing('Withdrawn: the document is its drafter’s again')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
    @Body({ schema: DecideHeldFile }) { reason }: DecideHeldFile,
  ): Promise<void> {
    await this.withdrawFile.execute(actor, id, attachmentId, reason);
  }
}
