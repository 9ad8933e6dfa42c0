import { Controller, Delete, HttpCode, Param, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Actor, ArrivalView, AttachScan as Wish } from '#contracts';
import { ArrivalQuery, AttachScan, RemoveScan } from '#incoming';
import { DomainError, fileSizeInWords } from '#kernel';
import { Config } from '#platform';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor, type KnownRequest, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** Scans of what came on paper; they are read like any file of an arrival. */
@ApiTags('arrivals')
@OpenToClients()
@Controller('arrivals/:id/scans/:scanId')
export class ScansController {
  constructor(
    private readonly attachScan: AttachScan,
    private readonly removeScan: RemoveScan,
    private readonly arrival: ArrivalQuery,
    private readonly config: Config,
  ) {}

  @Put()
  @HttpCode(200)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, ArrivalView, 'Attached; the id is the client’s own, so a repeat is the same scan')
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) arrivalId: string,
    @Param('scanId', IdPipe) scanId: string,
    @Query({ schema: Wish }) { fileName, noMarkBecause }: Wish,
    @Req() request: KnownRequest,
  ): Promise<ArrivalView> {
    if (request.headers['content-type'] !== 'application/octet-stream') {
      throw new DomainError('request.unsupported-media-type');
    }
    if (Number(request.headers['content-length'] ?? 0) > this.config.uploadMaxBytes) {
      throw new DomainError('attachment.too-large', { maxSize: fileSizeInWords(this.config.uploadMaxBytes) });
    }
    await this.attachScan.execute(actor, { arrivalId, scanId, fileName, noMarkBecause, content: request.raw });
    return this.arrival.view(actor, arrivalId);
  }

  @Delete()
  @HttpCode(204)
  @AnswersNothing('Taken off')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) arrivalId: string,
    @Param('scanId', IdPipe) scanId: string,
  ): Promise<void> {
    await this.removeScan.execute(actor, arrivalId, scanId);
  }
}
