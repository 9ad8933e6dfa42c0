import type { Language, LinkPurpose } from '#contracts';
import { momentInWords } from '#kernel';
import { composeMail, type Mail } from '#platform';

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

/** The mail with a link, as plain text and as simple HTML. */
export function linkMail(purpose: LinkPurpose, language: Language, about: LinkMail): Mail {
  const words = templates[language][purpose]({ ...about, until: momentInWords(about.expiresAt) });
  const { greeting, why, userName, until, notYou } = words;
  return composeMail({
    to: { name: about.fullName, address: about.email },
    language,
    subject: words.subject,
    before: [greeting, why, userName],
    link: { words: words.button, address: about.link },
    after: [until, notYou],
  });
}
