import type { Language, MailChoice, NotificationKind } from '#contracts';

export interface Choice {
  readonly page: boolean;
  readonly mail: MailChoice;
}

export interface KindOfNotification {
  /** What holds for who never chose. [own] */
  readonly unlessChosen: Choice;
  /** Whether it is news again though the one before about the same thing was not read yet. */
  readonly tellsAgain: boolean;
  /** What happened, for mails; the page has its own words. */
  readonly words: Readonly<Record<Language, string>>;
}

const twiceADay: Choice = { page: true, mail: 'digest' };

/** Everything that people are told of. A further kind is an entry here, and a listener that says whom it concerns. */
export const kinds: Readonly<Record<NotificationKind, KindOfNotification>> = {
  'arrival-arrived': {
    unlessChosen: twiceADay,
    tellsAgain: false,
    words: { vi: 'Văn bản mới đến', en: 'A document arrived' },
  },
  'recall-asked': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Nơi gửi xin thu hồi văn bản', en: 'The sender asks to take a document back' },
  },
  'arrival-submitted': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Văn bản đến chờ anh/chị phân công', en: 'A document waits for you to assign it' },
  },
  'work-assigned': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Anh/chị được giao xử lý văn bản', en: 'Work on a document was assigned to you' },
  },
  'work-handed-back': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Việc anh/chị giao bị trả lại', en: 'Work that you assigned was handed back' },
  },
  // Once a day at most, and not again before it was read.
  'work-due': {
    unlessChosen: twiceADay,
    tellsAgain: false,
    words: { vi: 'Việc được giao sắp đến hạn hoặc đã quá hạn', en: 'Work of yours is due soon or late' },
  },
  'review-asked': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Chờ anh/chị cho ý kiến', en: 'Your opinion is asked for' },
  },
  'document-returned': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Dự thảo bị trả lại', en: 'A draft was given back' },
  },
  'document-approved': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Văn bản đã được duyệt', en: 'A document was approved' },
  },
  'document-refused': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Nơi nhận từ chối văn bản', en: 'A recipient refused a document' },
  },
  // Of hundreds of recipients each can fail by itself: one notification until it is read.
  'delivery-failed': {
    unlessChosen: twiceADay,
    tellsAgain: false,
    words: { vi: 'Văn bản chưa gửi được', en: 'A document could not be delivered' },
  },
  'webhook-paused': {
    unlessChosen: twiceADay,
    tellsAgain: true,
    words: { vi: 'Webhook đã tạm dừng vì không gửi được', en: 'A webhook was paused because it could not be reached' },
  },
};
