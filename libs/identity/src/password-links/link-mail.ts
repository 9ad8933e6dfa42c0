import type { Language, LinkPurpose } from '#contracts';
import { TIME_ZONE } from '#kernel';
import type { Mail } from '#platform';

export interface LinkMail {
  readonly fullName: string;
  readonly userName: string;
  readonly email: string;
  readonly link: string;
  readonly expiresAt: Date;
}

interface Words {
  readonly subject: string;
  readonly greeting: string;
  readonly why: string;
  readonly userName: string;
  readonly button: string;
  readonly until: string;
  readonly notYou: string;
}

type Template = (mail: LinkMail & { readonly until: string }) => Words;

const templates: Readonly<Record<Language, Readonly<Record<LinkPurpose, Template>>>> = {
  vi: {
    invitation: ({ fullName, userName, until }) => ({
      subject: 'Mời anh/chị đặt mật khẩu vào hệ thống Văn Thư',
      greeting: `Kính gửi anh/chị ${fullName},`,
      why: 'Anh/chị đã được cấp tài khoản trên hệ thống quản lý văn bản điện tử Văn Thư. Mở liên kết dưới đây để đặt mật khẩu và bắt đầu làm việc.',
      userName: `Tên đăng nhập: ${userName}`,
      button: 'Đặt mật khẩu',
      until: `Liên kết dùng được một lần, đến ${until}.`,
      notYou: 'Nếu thư này không phải gửi cho anh/chị, xin báo quản trị của cơ quan và đừng mở liên kết.',
    }),
    reset: ({ fullName, userName, until }) => ({
      subject: 'Đặt lại mật khẩu hệ thống Văn Thư',
      greeting: `Kính gửi anh/chị ${fullName},`,
      why: 'Có yêu cầu đặt lại mật khẩu cho tài khoản của anh/chị. Mở liên kết dưới đây để đặt mật khẩu mới.',
      userName: `Tên đăng nhập: ${userName}`,
      button: 'Đặt mật khẩu mới',
      until: `Liên kết dùng được một lần, đến ${until}.`,
      notYou: 'Nếu anh/chị không yêu cầu, không cần làm gì: mật khẩu đang dùng vẫn như cũ.',
    }),
  },
  en: {
    invitation: ({ fullName, userName, until }) => ({
      subject: 'Choose your password for Văn Thư',
      greeting: `Dear ${fullName},`,
      why: 'You were given an account on the document exchange Văn Thư. Open the link below to choose a password and begin.',
      userName: `User name: ${userName}`,
      button: 'Choose a password',
      until: `The link works once, until ${until}.`,
      notYou: 'If this was not meant for you, tell the administrator of your agency and leave the link alone.',
    }),
    reset: ({ fullName, userName, until }) => ({
      subject: 'A new password for Văn Thư',
      greeting: `Dear ${fullName},`,
      why: 'Somebody asked for a new password for your account. Open the link below to choose one.',
      userName: `User name: ${userName}`,
      button: 'Choose a new password',
      until: `The link works once, until ${until}.`,
      notYou: 'If it was not you, there is nothing to do: the password that you use stays as it is.',
    }),
  },
};

const momentFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** `14:05 07/12/2017`, the time in Vietnam. */
function momentInWords(moment: Date): string {
  const part = Object.fromEntries(momentFormat.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part['hour']}:${part['minute']} ${part['day']}/${part['month']}/${part['year']}`;
}

/** The mail with a link, as plain text and as simple HTML. */
export function linkMail(purpose: LinkPurpose, language: Language, about: LinkMail): Mail {
  const words = templates[language][purpose]({ ...about, until: momentInWords(about.expiresAt) });
  const { greeting, why, userName, until, notYou } = words;
  return {
    to: { name: about.fullName, address: about.email },
    subject: words.subject,
    text: `${[greeting, why, userName, about.link, until, notYou].join('\n\n')}\n`,
    html: htmlOf(language, words, about.link),
  };
}

function htmlOf(language: Language, words: Words, link: string): string {
  const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
  return [
    `<!doctype html><html lang="${language}"><body style="margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1a1f26">`,
    paragraph(words.greeting),
    paragraph(words.why),
    paragraph(words.userName),
    `<p style="margin:0 0 16px"><a href="${escaped(link)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#1d5fa7;color:#fff;text-decoration:none">${escaped(words.button)}</a></p>`,
    `<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${escaped(link)}</p>`,
    paragraph(words.until),
    paragraph(words.notYou),
    '</body></html>',
  ].join('\n');
}

/** Names are written by people: none of them becomes markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
