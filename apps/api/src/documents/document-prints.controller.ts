import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordUse } from '#audit';
import type { Actor } from '#contracts';
import { DocumentQuery } from '#documents';
import { AnswersNothing } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** Browsers print by themselves: their page says so, and who printed goes on record. */
@ApiTags('documents')
@Controller('documents/:id/prints')
export class DocumentPrintsController {
  constructor(
    private readonly document: DocumentQuery,
    private readonly recordUse: RecordUse,
  ) {}

  @Post()
  @HttpCode(204)
  @AnswersNothing('On record as printed')
  async add(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.document.view(actor, id);
    await this.recordUse.execute(actor, 'printed', 'document', id);
  }
}
