import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type Actor, CalendarYearView, FindCalendarYear, SetCalendarDay as Fields } from '#contracts';
import { CalendarYearQuery, SetCalendarDay } from '#directory';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor } from '../http/request-context.js';
import { DayPipe } from '../http/validation.js';

/** The calendar of working days: holidays, weekdays off and the Saturdays that are worked for them. */
@ApiTags('working-days')
@Controller('working-days')
export class WorkingDaysController {
  constructor(
    private readonly years: CalendarYearQuery,
    private readonly setDay: SetCalendarDay,
  ) {}

  @Get()
  @Answers(200, CalendarYearView, 'The days of the year that differ from the week')
  async show(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindCalendarYear }) { year }: FindCalendarYear,
  ): Promise<CalendarYearView> {
    return this.years.view(actor, year);
  }

  @Put(':day')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The version that the change was made on; "0": none yet',
  })
  @Answers(200, CalendarYearView, 'The year of the day; deadlines that run were counted anew')
  async set(
    @CurrentActor() actor: Actor,
    @Param('day', DayPipe) day: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Fields }) fields: Fields,
  ): Promise<CalendarYearView> {
    await this.setDay.execute(actor, { day, version: versionOf(ifMatch), fields });
    return this.years.view(actor, Number(day.slice(0, 4)));
  }

  @Delete(':day')
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that is removed' })
  @AnswersNothing('The day is as the week has it; deadlines that run were counted anew')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('day', DayPipe) day: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.setDay.execute(actor, { day, version: versionOf(ifMatch), fields: null });
  }
}
