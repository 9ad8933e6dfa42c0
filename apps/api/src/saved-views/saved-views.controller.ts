import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, OrderSavedViews as Order, SavedViewList, WriteSavedView } from '#contracts';
import { AddSavedView, DeleteSavedView, EditSavedView, OrderSavedViews, SavedViewsQuery } from '#exchange';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('documents')
@Controller('saved-views')
export class SavedViewsController {
  constructor(
    private readonly views: SavedViewsQuery,
    private readonly addView: AddSavedView,
    private readonly editView: EditSavedView,
    private readonly deleteView: DeleteSavedView,
    private readonly orderViews: OrderSavedViews,
  ) {}

  @Get()
  @Answers(200, SavedViewList, 'Your views of the outgoing list, and those that colleagues share')
  async list(@CurrentActor() actor: Actor): Promise<SavedViewList> {
    return this.views.of(actor);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, SavedViewList, 'The views with the new one')
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: WriteSavedView }) wish: WriteSavedView,
  ): Promise<SavedViewList> {
    await this.addView.execute(actor, wish);
    return this.views.of(actor);
  }

  @Put('order')
  @Answers(200, SavedViewList, 'The views in their new order')
  async order(@CurrentActor() actor: Actor, @Body({ schema: Order }) { ids }: Order): Promise<SavedViewList> {
    await this.orderViews.execute(actor, ids);
    return this.views.of(actor);
  }

  @Put(':id')
  @Answers(200, SavedViewList, 'The views with the changed one')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: WriteSavedView }) wish: WriteSavedView,
  ): Promise<SavedViewList> {
    await this.editView.execute(actor, id, wish);
    return this.views.of(actor);
  }

  @Delete(':id')
  @HttpCode(200)
  @Answers(200, SavedViewList, 'The views that are left')
  async delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SavedViewList> {
    await this.deleteView.execute(actor, id);
    return this.views.of(actor);
  }
}
