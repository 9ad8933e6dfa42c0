import { Controller, Get } from '@nestjs/common';

/** A route that does nothing: what framework and transport cost. */
@Controller('desk')
export class BareDeskController {
  @Get()
  show(): Record<string, number> {
    return { toReceive: 0, toApprove: 0, toIssue: 0, toSend: 0 };
  }
}
