import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AgencyPage,
  type AgencyView,
  type DocumentTypeView,
  DocumentTypeList,
  FindAgencies,
  type Page,
  SignerList,
  type SignerView,
} from '#contracts';
import { AgenciesQuery, DocumentTypesQuery } from '#directory';
import { SignersQuery } from '#identity';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('directory')
@Controller()
export class DirectoryController {
  constructor(
    private readonly agencies: AgenciesQuery,
    private readonly documentTypes: DocumentTypesQuery,
    private readonly signers: SignersQuery,
  ) {}

  @Get('agencies')
  @Answers(200, AgencyPage, 'Agencies that are open, in the order of their codes')
  async findAgencies(@Query({ schema: FindAgencies }) query: FindAgencies): Promise<Page<AgencyView>> {
    return this.agencies.page(query);
  }

  @Get('document-types')
  @Answers(200, DocumentTypeList, 'The types of documents')
  async listDocumentTypes(): Promise<{ items: DocumentTypeView[] }> {
    return { items: await this.documentTypes.all() };
  }

  @Get('signers')
  @Answers(200, SignerList, 'Who may sign in your agency')
  async listSigners(@CurrentActor() actor: Actor): Promise<{ items: SignerView[] }> {
    return { items: await this.signers.of(actor) };
  }
}
