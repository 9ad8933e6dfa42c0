import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SetUp, SetUpState } from '#contracts';
import { SetUpSystem } from '#identity';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { Public } from '../http/request-context.js';

@ApiTags('set-up')
@Public()
@Controller('setup')
export class SetUpController {
  constructor(private readonly setUp: SetUpSystem) {}

  @Get()
  @Answers(200, SetUpState, 'Whether the system still waits for its administrator')
  async show(): Promise<SetUpState> {
    return { needed: await this.setUp.isNeeded() };
  }

  @Post()
  @HttpCode(204)
  @AnswersNothing('The first agency and its administrator exist; they sign in as usual')
  async execute(@Body({ schema: SetUp }) command: SetUp): Promise<void> {
    await this.setUp.execute(command);
  }
}
