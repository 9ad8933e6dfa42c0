import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcceptByMailbox,
  DecideByMailbox,
  MailboxDocument,
  MailboxLinkView,
  MailboxToken,
  OpenMailboxLink,
  RefuseByMailbox,
} from '#contracts';
import { AnswerByMailbox, AskByMailboxLink, OpenByMailboxLink } from '#exchange';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { Public } from '../http/request-context.js';

/** For agencies with only a mailbox: the link of the mail, and the code that it takes. */
@ApiTags('mailbox links')
@Public()
@Controller('mailbox-links')
export class MailboxLinksController {
  constructor(
    private readonly askByLink: AskByMailboxLink,
    private readonly openByLink: OpenByMailboxLink,
    private readonly answer: AnswerByMailbox,
  ) {}

  @Post('show')
  @HttpCode(200)
  @Answers(200, MailboxLinkView, 'Who sent something to whom, and until when it can be opened')
  async show(@Body({ schema: MailboxToken }) { token }: MailboxToken): Promise<MailboxLinkView> {
    return this.askByLink.show(token);
  }

  @Post('code')
  @HttpCode(204)
  @AnswersNothing('A code is on its way to the mailbox')
  async askCode(@Body({ schema: MailboxToken }) { token }: MailboxToken): Promise<void> {
    await this.askByLink.askCode(token);
  }

  @Post('renew')
  @HttpCode(204)
  @AnswersNothing('The link works again; a mail with it is on its way to the mailbox')
  async renew(@Body({ schema: MailboxToken }) { token }: MailboxToken): Promise<void> {
    await this.askByLink.renew(token);
  }

  @Post('open')
  @HttpCode(200)
  @Answers(200, MailboxDocument, 'The document; with the first opening it has arrived')
  async open(@Body({ schema: OpenMailboxLink }) { token, code }: OpenMailboxLink): Promise<MailboxDocument> {
    return this.openByLink.execute(token, code);
  }

  @Post('accept')
  @HttpCode(200)
  @Answers(200, MailboxDocument, 'Accepted; the sender sees it')
  async accept(
    @Body({ schema: AcceptByMailbox }) { key, name, arrivalNumber }: AcceptByMailbox,
  ): Promise<MailboxDocument> {
    return this.answer.accept(key, name, arrivalNumber);
  }

  @Post('refuse')
  @HttpCode(200)
  @Answers(200, MailboxDocument, 'Sent back with the reason')
  async refuse(@Body({ schema: RefuseByMailbox }) { key, name, reason }: RefuseByMailbox): Promise<MailboxDocument> {
    return this.answer.refuse(key, name, reason);
  }

  @Post('decide')
  @HttpCode(200)
  @Answers(
    200,
    MailboxDocument,
    'What the sender asks about an accepted document is agreed to, or not; the sender sees it',
  )
  async decide(
    @Body({ schema: DecideByMailbox }) { key, requestId, name, agrees, note }: DecideByMailbox,
  ): Promise<MailboxDocument> {
    return this.answer.decide(key, { requestId, agrees, by: name, note });
  }
}
