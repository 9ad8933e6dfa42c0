import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DocumentFilterChoices } from '#contracts';
import { DocumentFilterChoicesQuery } from '#exchange';
import { Answers } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';

@ApiTags('documents')
@OpenToClients()
@Controller('document-filters')
export class DocumentFiltersController {
  constructor(private readonly choices: DocumentFilterChoicesQuery) {}

  @Get()
  @Answers(200, DocumentFilterChoices, 'Whom and which units the outgoing list can be narrowed to')
  async list(@CurrentActor() actor: Actor): Promise<DocumentFilterChoices> {
    return this.choices.of(actor);
  }
}
