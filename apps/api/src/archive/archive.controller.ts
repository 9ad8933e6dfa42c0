import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArchiveEntriesQuery } from '#archive';
import { type Actor, type ArchiveEntryView, ArchivePage, FindArchiveEntries, type Page } from '#contracts';
import { Answers } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';

@ApiTags('archive')
@OpenToClients()
@Controller('archive-entries')
export class ArchiveController {
  constructor(private readonly entries: ArchiveEntriesQuery) {}

  @Get()
  @Answers(200, ArchivePage, 'Archived documents of your agency, newest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindArchiveEntries }) query: FindArchiveEntries,
  ): Promise<Page<ArchiveEntryView>> {
    return this.entries.page(actor, query);
  }
}
