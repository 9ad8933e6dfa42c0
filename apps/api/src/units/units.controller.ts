import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, UnitList, WriteUnit } from '#contracts';
import { AddUnit, CloseUnit, EditUnit, UnitsQuery } from '#identity';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('people')
@Controller()
export class UnitsController {
  constructor(
    private readonly units: UnitsQuery,
    private readonly addUnit: AddUnit,
    private readonly editUnit: EditUnit,
    private readonly closeUnit: CloseUnit,
  ) {}

  @Get('agencies/:id/units')
  @Answers(200, UnitList, 'The units inside the agency')
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UnitList> {
    return this.units.of(actor, id);
  }

  @Post('agencies/:id/units')
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, UnitList, 'The units with the new one')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: WriteUnit }) unit: WriteUnit,
  ): Promise<UnitList> {
    await this.addUnit.execute(actor, id, unit);
    return this.units.of(actor, id);
  }

  @Put('units/:id')
  @Answers(200, UnitList, 'The units with the changed one')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: WriteUnit }) unit: WriteUnit,
  ): Promise<UnitList> {
    return this.units.of(actor, await this.editUnit.execute(actor, id, unit));
  }

  @Post('units/:id/close')
  @HttpCode(200)
  @Answers(200, UnitList, 'The units that are left')
  async close(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UnitList> {
    return this.units.of(actor, await this.closeUnit.execute(actor, id));
  }
}
