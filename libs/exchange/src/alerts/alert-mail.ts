import type { AlertView, Language } from '#contracts';
import { TIME_ZONE } from '#kernel';
import { composeMail, type Mail } from '#platform';

type Sentence = (alert: { readonly name: string; readonly number: number; readonly since: string }) => string;

interface Words {
  readonly begun: string;
  readonly over: string;
  readonly kinds: Readonly<Record<AlertView['kind'], Sentence>>;
}

/** Mailboxes of operators have no language of their own: they get both. */
const words: Readonly<Record<Language, Words>> = {
  vi: {
    begun: 'Hệ thống Văn Thư có việc cần xem:',
    over: 'Hệ thống Văn Thư: những việc sau đã ổn:',
    kinds: {
      stuck: ({ number, since }) => `${number} lượt gửi chờ quá lâu, từ ${since}.`,
      failing: ({ name, number, since }) => `${number} lượt gửi tới ${name} không được, từ ${since}.`,
      'line-open': ({ name, number, since }) => `Không tới được ${name} từ ${since}; ${number} lượt gửi đang chờ.`,
      'receiver-not-seen': ({ name, number, since }) =>
        `${name} chưa có ai mở ${number} văn bản đến, văn bản cũ nhất đến lúc ${since}.`,
    },
  },
  en: {
    begun: 'Something in Văn Thư needs a look:',
    over: 'In Văn Thư this is over:',
    kinds: {
      stuck: ({ number, since }) => `${number} deliveries have waited too long, since ${since}.`,
      failing: ({ name, number, since }) => `${number} deliveries to ${name} failed, since ${since}.`,
      'line-open': ({ name, number, since }) => `${name} is not reached since ${since}; ${number} deliveries wait.`,
      'receiver-not-seen': ({ name, number, since }) =>
        `Nobody at ${name} has opened ${number} documents; the oldest came ${since}.`,
    },
  },
};

const momentFormat = new Intl.DateTimeFormat('vi-VN', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });

/** One mail about some alerts of a kind, in both languages. It names no document. */
export function alertMail(
  alerts: readonly AlertView[],
  { mailbox, isOver, page }: { readonly mailbox: string; readonly isOver: boolean; readonly page: string },
): Mail {
  const [vi, en] = [linesOf(alerts, 'vi', isOver), linesOf(alerts, 'en', isOver)];
  const subject = isOver ? 'Văn Thư: đã ổn / over' : 'Văn Thư: cần xem / needs a look';
  return composeMail({
    to: { name: '', address: mailbox },
    language: 'vi',
    subject: `${subject} (${alerts.length})`,
    before: vi,
    link: { words: 'Hàng đợi gửi / Delivery queue', address: page },
    after: en,
  });
}

function linesOf(alerts: readonly AlertView[], language: Language, isOver: boolean): string[] {
  const { begun, over, kinds } = words[language];
  const lines = alerts.map(({ kind, agency, deliveries, since }) =>
    kinds[kind]({ name: agency?.name ?? '', number: deliveries, since: momentFormat.format(new Date(since)) }),
  );
  return [isOver ? over : begun, ...lines];
}
