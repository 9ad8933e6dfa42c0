import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '#kernel';
import { Config, GuardedPost, Mailer, MailRefused, OnJob, PermanentFailure, webhookHeaders } from '#platform';
import { alertMail } from './alert-mail.js';
import { AlertSettings } from './alert-settings.js';
import { AlertsQuery } from './alerts.query.js';
import { mailAlertsJob, postAlertsJob } from './tell-alerts.job.js';

type MailPayload = z.infer<typeof mailAlertsJob.payload>;
type PostPayload = z.infer<typeof postAlertsJob.payload>;

/** Tells alerts: a mail to each mailbox, and a signed message to the one system that follows them. */
@Injectable()
export class TellAlerts {
  constructor(
    private readonly alerts: AlertsQuery,
    private readonly settings: AlertSettings,
    private readonly mailer: Mailer,
    private readonly post: GuardedPost,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws PermanentFailure when no mail server is set, or it will never take the mail. */
  @OnJob(mailAlertsJob)
  async byMail({ alertIds, isOver, mailbox }: MailPayload): Promise<void> {
    if (!this.mailer.canSend) {
      throw new PermanentFailure('no mail server is set (SMTP_URL)');
    }
    const page = `${this.config.publicAddress}/delivery-queue`;
    try {
      await this.mailer.send(alertMail(await this.alerts.of(alertIds), { mailbox, isOver, page }));
    } catch (error) {
      throw error instanceof MailRefused ? new PermanentFailure(error.message, { cause: error }) : error;
    }
  }

  /** Anything but a 2xx is tried again. */
  @OnJob(postAlertsJob)
  async byWebhook({ messageId, alertIds, isOver }: PostPayload): Promise<void> {
    const webhook = await this.settings.webhook();
    if (webhook === undefined) {
      return;
    }
    const at = this.clock.now();
    const body = JSON.stringify({
      type: isOver ? 'alert.ended' : 'alert.raised',
      timestamp: at.toISOString(),
      data: { alerts: await this.alerts.of(alertIds) },
    });
    const outcome = await this.post.execute(
      webhook.url,
      webhookHeaders({ id: messageId, at, body }, [webhook.secret]),
      body,
    );
    if (outcome.kind !== 'answer') {
      throw new Error(`the receiver of alerts was not reached: ${outcome.detail}`);
    }
    if (outcome.status < 200 || outcome.status >= 300) {
      throw new Error(`the receiver of alerts answered ${outcome.status}`);
    }
  }
}
