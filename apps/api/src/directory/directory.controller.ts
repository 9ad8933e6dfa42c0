import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, type DocumentTypeView, DocumentTypeList, SignerList, type SignerView } from '#contracts';
import { DocumentTypesQuery } from '#directory';
import { SignersQuery } from '#identity';
import { Answers } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';

@ApiTags('directory')
@OpenToClients()
@Controller()
export class DirectoryController {
  constructor(
    private readonly documentTypes: DocumentTypesQuery,
    private readonly signers: SignersQuery,
  ) {}

  @Get('document-types')
  @Answers(200, DocumentTypeList, 'The types of documents that a draft can choose')
  async listDocumentTypes(): Promise<{ items: DocumentTypeView[] }> {
    return { items: await this.documentTypes.inUse() };
  }

  @Get('signers')
  @Answers(200, SignerList, 'Who may sign in your agency')
  async listSigners(@CurrentActor() actor: Actor): Promise<{ items: SignerView[] }> {
    return { items: await this.signers.of(actor) };
  }
}
