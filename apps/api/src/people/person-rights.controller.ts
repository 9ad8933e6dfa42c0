import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DisablePerson as DisableBody, NewPost, PersonView } from '#contracts';
import { AddPost, DisablePerson, EnablePerson, PersonQuery } from '#identity';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** What an administrator does to a person beside their names: lock out, let in again, give another post. */
@ApiTags('people')
@Controller('people/:id')
export class PersonRightsController {
  constructor(
    private readonly person: PersonQuery,
    private readonly disablePerson: DisablePerson,
    private readonly enablePerson: EnablePerson,
    private readonly addPost: AddPost,
  ) {}

  @Post('disable')
  @HttpCode(200)
  @Answers(200, PersonView, 'Locked out; every session has ended')
  async disable(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: DisableBody }) body: DisableBody,
  ): Promise<PersonView> {
    await this.disablePerson.execute(actor, id, body.reason);
    return this.person.view(actor, id);
  }

  @Post('enable')
  @HttpCode(200)
  @Answers(200, PersonView, 'May sign in again')
  async enable(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PersonView> {
    await this.enablePerson.execute(actor, id);
    return this.person.view(actor, id);
  }

  @Post('posts')
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, PersonView, 'The person with the new post')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: NewPost }) post: NewPost,
  ): Promise<PersonView> {
    await this.addPost.execute(actor, id, post);
    return this.person.view(actor, id);
  }
}
