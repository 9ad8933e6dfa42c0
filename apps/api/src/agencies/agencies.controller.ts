import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  AgencyContact,
  AgencyDetails,
  AgencyPage,
  type AgencyView,
  CreateAgency,
  FindAgencies,
  type Page,
  WriteAgency,
} from '#contracts';
import { AgenciesQuery, AgencyQuery, EditAgency, EditAgencyContact, OpenAgency } from '#directory';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('agencies')
@OpenToClients()
@Controller('agencies')
export class AgenciesController {
  constructor(
    private readonly agencies: AgenciesQuery,
    private readonly agency: AgencyQuery,
    private readonly openAgency: OpenAgency,
    private readonly editAgency: EditAgency,
    private readonly editContact: EditAgencyContact,
  ) {}

  @Get()
  @Answers(200, AgencyPage, 'Agencies in the order of their codes, those that the search names exactly first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindAgencies }) query: FindAgencies,
  ): Promise<Page<AgencyView>> {
    return this.agencies.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, AgencyDetails, 'The new agency')
  async open(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateAgency }) agency: CreateAgency,
  ): Promise<AgencyDetails> {
    return this.agency.view(actor, await this.openAgency.execute(actor, agency));
  }

  @Get(':id')
  @Answers(200, AgencyDetails, 'The agency; its version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgencyDetails> {
    const view = await this.agency.view(actor, id);
    void reply.header('etag', `"${view.version}"`).header('cache-control', 'private, no-cache');
    return view;
  }

  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, AgencyDetails, 'The edited agency; what it was until yesterday is in its history')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) agencyId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: WriteAgency }) agency: WriteAgency,
  ): Promise<AgencyDetails> {
    await this.editAgency.execute(actor, { agencyId, version: versionOf(ifMatch), agency });
    return this.agency.view(actor, agencyId);
  }

  @Put(':id/contact')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, AgencyDetails, 'The agency with its new address, e-mail and phone')
  async editOwnContact(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) agencyId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: AgencyContact }) contact: AgencyContact,
  ): Promise<AgencyDetails> {
    await this.editContact.execute(actor, { agencyId, version: versionOf(ifMatch), contact });
    return this.agency.view(actor, agencyId);
  }
}
