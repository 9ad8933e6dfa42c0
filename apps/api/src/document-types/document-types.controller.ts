import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  EditDocumentType as Fields,
  KeptDocumentType,
  KeptDocumentTypeList,
  NewDocumentType,
  OrderDocumentTypes as Order,
} from '#contracts';
import { AddDocumentType, DocumentTypesQuery, EditDocumentType, OrderDocumentTypes } from '#directory';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor } from '../http/request-context.js';

/** The list of document types as the system administrator keeps it. */
@ApiTags('document-types')
@Controller('document-types')
export class DocumentTypesController {
  constructor(
    private readonly types: DocumentTypesQuery,
    private readonly addType: AddDocumentType,
    private readonly editType: EditDocumentType,
    private readonly orderTypes: OrderDocumentTypes,
  ) {}

  @Get('kept')
  @Answers(200, KeptDocumentTypeList, 'Every type, those out of use too')
  async listKept(@CurrentActor() actor: Actor): Promise<{ items: KeptDocumentType[] }> {
    return { items: await this.types.kept(actor) };
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, KeptDocumentType, 'The new type')
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: NewDocumentType }) wish: NewDocumentType,
  ): Promise<KeptDocumentType> {
    return this.types.view(actor, await this.addType.execute(actor, wish));
  }

  @Put('order')
  @Answers(200, KeptDocumentTypeList, 'Every type in the new order')
  async order(
    @CurrentActor() actor: Actor,
    @Body({ schema: Order }) { codes }: Order,
  ): Promise<{ items: KeptDocumentType[] }> {
    await this.orderTypes.execute(actor, codes);
    return { items: await this.types.kept(actor) };
  }

  @Put('kept/:code')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, KeptDocumentType, 'The edited type')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Fields }) fields: Fields,
  ): Promise<KeptDocumentType> {
    await this.editType.execute(actor, { code, version: versionOf(ifMatch), fields });
    return this.types.view(actor, code);
  }
}
