import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, FindReviewers, type Page, ReviewerPage, type ReviewerView } from '#contracts';
import { ReviewersQuery } from '#documents';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('reviews')
@Controller('reviewers')
export class ReviewersController {
  constructor(private readonly reviewers: ReviewersQuery) {}

  @Get()
  @Answers(200, ReviewerPage, 'People of your agency whose opinion a draft can ask for')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindReviewers }) query: FindReviewers,
  ): Promise<Page<ReviewerView>> {
    return this.reviewers.page(actor, query);
  }
}
