import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AddGroupMembers as Members,
  GroupMemberPage,
  type GroupMemberView,
  type Page,
  PageQuery,
  RecipientGroupView,
} from '#contracts';
import { AddGroupMembers, GroupMembersQuery, RecipientGroupsQuery, RemoveGroupMember } from '#directory';
import { Answers, AnswersNothing, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('recipient-groups')
@Controller('recipient-groups/:id/members')
export class GroupMembersController {
  constructor(
    private readonly members: GroupMembersQuery,
    private readonly groups: RecipientGroupsQuery,
    private readonly addMembers: AddGroupMembers,
    private readonly removeMember: RemoveGroupMember,
  ) {}

  @Get()
  @Answers(200, GroupMemberPage, 'Who the group is today, in the order of codes; closed members with their successor')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<GroupMemberView>> {
    return this.members.page(actor, id, query);
  }

  @Post()
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, RecipientGroupView, 'Added; who was on the list stays once')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: Members }) { agencyIds }: Members,
  ): Promise<RecipientGroupView> {
    await this.addMembers.execute(actor, id, agencyIds);
    return this.groups.view(actor, id);
  }

  @Delete(':agencyId')
  @HttpCode(204)
  @AnswersNothing('Taken off the list')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('agencyId', IdPipe) agencyId: string,
  ): Promise<void> {
    await this.removeMember.execute(actor, id, agencyId);
  }
}
