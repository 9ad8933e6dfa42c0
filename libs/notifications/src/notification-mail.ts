import type { Language, NotificationKind, NotificationView } from '#contracts';
import { momentInWords } from '#kernel';
import { composeMail, type Mail } from '#platform';
import { kinds } from './kinds.js';
import type { NotificationWords } from './notification.entity.js';

/** [own] More than these nobody reads in a mail: the page has them all. */
export const mostInMail = 50;

export interface MailedNotification {
  readonly kind: NotificationKind;
  readonly object: NotificationView['object'];
  readonly isExpress: boolean;
  readonly words: NotificationWords;
  readonly createdAt: Date;
}

interface Letter {
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
  /** Newest first, `mostInMail` at most. */
  readonly notifications: readonly MailedNotification[];
  readonly total: number;
  /** Where people reach the system. */
  readonly address: string;
}

interface Words {
  readonly subject: (total: number) => string;
  readonly greeting: (fullName: string) => string;
  readonly more: (number: number) => string;
  readonly express: string;
  readonly button: string;
  readonly settings: string;
}

const templates: Readonly<Record<Language, Words>> = {
  vi: {
    subject: (total) => `Văn Thư: ${total} thông báo`,
    greeting: (fullName) => `Kính gửi anh/chị ${fullName},`,
    more: (number) => `Còn ${number} thông báo nữa trên trang.`,
    express: 'Hỏa tốc',
    button: 'Mở Văn Thư',
    settings: 'Chọn thông báo nào gửi thư, và khi nào, ở mục Tài khoản của tôi.',
  },
  en: {
    subject: (total) => `Văn Thư: ${total} ${total === 1 ? 'notification' : 'notifications'}`,
    greeting: (fullName) => `Dear ${fullName},`,
    more: (number) => `${number} more are on the page.`,
    express: 'Express',
    button: 'Open Văn Thư',
    settings: 'What is mailed to you, and when, is set under My account.',
  },
};

/** One mail about what a person has not read. It says what the list says: symbol, subject, and whose doing it is; one alone leads to its page. */
export function notificationMail({ fullName, email, language, notifications, total, address }: Letter): Mail {
  const words = templates[language];
  const [only] = notifications;
  const rest = total - notifications.length;
  const isOne = total === 1 && only !== undefined;
  return composeMail({
    to: { name: fullName, address: email },
    language,
    subject: isOne ? `Văn Thư: ${titleOf(only, language)}` : words.subject(total),
    before: [
      words.greeting(fullName),
      ...notifications.map((one) => lineOf(one, language)),
      ...(rest > 0 ? [words.more(rest)] : []),
    ],
    link: { words: words.button, address: isOne ? pageOf(only, address) : address },
    after: [words.settings],
  });
}

function titleOf({ kind, isExpress, words: { symbol } }: MailedNotification, language: Language): string {
  const express = isExpress ? `${templates[language].express}: ` : '';
  return `${express}${kinds[kind].words[language]}${symbol === null ? '' : ` ${symbol}`}`;
}

function lineOf(notification: MailedNotification, language: Language): string {
  const { subject, who } = notification.words;
  const facts = [subject, who, momentInWords(notification.createdAt)].filter((fact) => fact !== null);
  return `${titleOf(notification, language)}: ${facts.join(' · ')}`;
}

const pages = { arrival: 'incoming', document: 'outgoing', webhook: 'webhooks' } as const;

function pageOf({ object: { type, id } }: MailedNotification, address: string): string {
  return `${address}/${pages[type]}/${id}`;
}
