import { momentInWords } from '#kernel';
import { composeMail, type Mail } from '#platform';

interface Notice {
  readonly recipientName: string;
  readonly mailbox: string;
  readonly senderName: string;
  readonly urgencyName: string;
  readonly link: string;
  readonly expiresAt: Date;
}

/**
 * Tells a mailbox that a document came. What it is about stands behind the link and its code only: mail is read by more
 * than those it is for. Vietnamese, with the same in English below.
 */
export function noticeMail({ recipientName, mailbox, senderName, urgencyName, link, expiresAt }: Notice): Mail {
  const until = momentInWords(expiresAt);
  return composeMail({
    to: { name: recipientName, address: mailbox },
    language: 'vi',
    subject: `Văn bản đến từ ${senderName}${urgencyName === '' ? '' : ` (${urgencyName})`}`,
    before: [
      `Kính gửi ${recipientName},`,
      `${senderName} gửi cho cơ quan một văn bản điện tử. Mở liên kết dưới đây rồi nhập mã được gửi về chính hộp thư này để xem và tiếp nhận.`,
    ],
    link: { words: 'Mở văn bản', address: link },
    after: [
      `Liên kết dùng được đến ${until}.`,
      'Nếu thư này không phải gửi cho cơ quan, xin đừng mở và báo lại nơi gửi.',
      `${senderName} sent your agency an electronic document. Open the link and enter the code that is sent to this mailbox. The link works until ${until}.`,
    ],
  });
}

interface Code {
  readonly recipientName: string;
  readonly mailbox: string;
  readonly senderName: string;
  readonly code: string;
}

export function codeMail({ recipientName, mailbox, senderName, code }: Code): Mail {
  return composeMail({
    to: { name: recipientName, address: mailbox },
    language: 'vi',
    subject: `Mã mở văn bản: ${code}`,
    before: [
      `Mã để mở văn bản của ${senderName}: ${code}`,
      'Mã dùng được một lần, trong 10 phút. Nếu cơ quan không yêu cầu mã này, không cần làm gì.',
      `The code that opens the document of ${senderName} is ${code}. It works once, for 10 minutes.`,
    ],
    after: [],
  });
}

export interface Recalled {
  readonly recipientName: string;
  readonly mailbox: string;
  readonly senderName: string;
  readonly sentAt: Date;
  /** Already; otherwise the mailbox is asked to agree. */
  readonly isBack: boolean;
}

/** Tells a mailbox that the sender takes a document back. */
export function recallMail({
  recipientName,
  mailbox,
  senderName,
  sentAt,
  isBack,
  reason,
}: Recalled & { reason: string }): Mail {
  const sent = momentInWords(sentAt);
  return composeMail({
    to: { name: recipientName, address: mailbox },
    language: 'vi',
    subject: `${senderName} ${isBack ? 'đã thu hồi' : 'xin thu hồi'} một văn bản`,
    before: [
      `Kính gửi ${recipientName},`,
      isBack
        ? `${senderName} đã thu hồi văn bản gửi đến hộp thư này lúc ${sent}. Liên kết trong thư trước không còn mở được văn bản.`
        : `${senderName} xin thu hồi văn bản gửi đến hộp thư này lúc ${sent} mà cơ quan đã tiếp nhận. Mở lại liên kết trong thư trước để đồng ý hoặc không đồng ý.`,
      `Lý do: ${reason}`,
      isBack
        ? `${senderName} has taken back the document that it sent on ${sent}. The link no longer opens it.`
        : `${senderName} asks to take back the document of ${sent}, which you accepted. Open the earlier link to agree or to refuse.`,
    ],
    after: [],
  });
}
