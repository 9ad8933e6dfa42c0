import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  AddPerson as NewPerson,
  EditPerson as Edit,
  FindPeople,
  type Page,
  PersonPage,
  type PersonSummary,
  PersonView,
} from '#contracts';
import { AddPerson, EditPerson, PeopleQuery, PersonQuery, type SessionRecord } from '#identity';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, CurrentSession } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { versionOf } from '../http/if-match.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleQuery,
    private readonly person: PersonQuery,
    private readonly addPerson: AddPerson,
    private readonly editPerson: EditPerson,
  ) {}

  @Get()
  @Answers(
    200,
    PersonPage,
    'People by name: of your agency, or of all agencies for who administers or audits the system',
  )
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindPeople }) query: FindPeople,
  ): Promise<Page<PersonSummary>> {
    return this.people.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, PersonView, 'The new person, who has no password yet')
  async add(@CurrentActor() actor: Actor, @Body({ schema: NewPerson }) body: NewPerson): Promise<PersonView> {
    return this.person.view(actor, await this.addPerson.execute(actor, body));
  }

  @Get(':id')
  @Answers(200, PersonView, 'The person; the version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonView> {
    const view = await this.person.view(actor, id);
    void reply.header('etag', `"${view.version}"`).header('cache-control', 'private, no-cache');
    return view;
  }

  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, PersonView, 'The edited person')
  async edit(
    @CurrentSession() { id: sessionId, actor }: SessionRecord,
    @Param('id', IdPipe) personId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Edit }) edit: Edit,
  ): Promise<PersonView> {
    await this.editPerson.execute(actor, { personId, sessionId, version: versionOf(ifMatch), edit });
    return this.person.view(actor, personId);
  }
}
