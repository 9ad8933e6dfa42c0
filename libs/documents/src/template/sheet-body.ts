import { longDate } from './long-date.js';
import type { SheetFacts } from './sheet-facts.js';
import type { SheetForm } from './sheet-form.js';

export interface BodyParagraph {
  readonly text: string;
  /** A basis (căn cứ) in italics, an article with its number in bold, a word of command in the middle, or plain. */
  readonly style: 'basis' | 'article' | 'command' | 'plain';
}

/** What stands between head and signature: what the fields say, and a place in brackets for what people write. */
export function bodyOf(form: SheetForm, facts: SheetFacts): BodyParagraph[] {
  switch (form) {
    case 'letter':
      return letter(facts);
    case 'decision':
    case 'resolution':
      return decision(facts, form === 'decision' ? 'QUYẾT ĐỊNH:' : 'QUYẾT NGHỊ:');
    case 'invitation':
      return plain(
        `${issuer(facts)} trân trọng kính mời: ${facts.recipients.join('; ') || '[Tên cơ quan, cá nhân được mời]'}`,
        `Tới dự: ${facts.subject}`,
        'Chủ trì: [Họ tên, chức vụ]',
        'Thời gian: [Giờ, ngày, tháng, năm]',
        'Địa điểm: [Nơi họp]',
        '[Những điều cần lưu ý]./.',
      );
    case 'telegram':
      return plain(
        `[Chức vụ của người ký] điện: ${facts.recipients.join('; ') || '[Nơi nhận điện]'}`,
        '[Nội dung điện]',
        '[Biện pháp, thời hạn thực hiện và báo cáo]./.',
      );
    case 'minutes':
      return plain(
        'Thời gian bắt đầu: [Giờ, ngày, tháng, năm]',
        'Địa điểm: [Nơi họp]',
        'Thành phần tham dự: [Họ tên, chức vụ]',
        'Chủ trì (chủ tọa): [Họ tên, chức vụ]',
        'Thư ký (người ghi biên bản): [Họ tên, chức vụ]',
        'Nội dung: [Diễn biến, ý kiến, kết luận]',
        'Cuộc họp kết thúc vào [giờ, ngày, tháng, năm]./.',
      );
    case 'named':
      return plain(...opening(facts), '[Nội dung văn bản]', '[Tổ chức thực hiện]./.');
  }
}

function letter(facts: SheetFacts): BodyParagraph[] {
  const { dueDate } = facts;
  const answerBy = dueDate === null ? [] : [`Đề nghị quý cơ quan trả lời trước ${longDate(dueDate)}.`];
  const beginning = opening(facts);
  return plain(
    ...(beginning.length === 0 ? ['[Lý do, căn cứ của công văn]'] : beginning),
    '[Nội dung công văn]',
    ...answerBy,
    '[Đề nghị, yêu cầu; lời kết]./.',
  );
}

function decision(facts: SheetFacts, command: string): BodyParagraph[] {
  const { typeName } = facts;
  const [related] = facts.relations;
  const first =
    related?.kind === 'amends'
      ? `Sửa đổi, bổ sung một số nội dung của ${cited(related)} như sau: [Nội dung sửa đổi, bổ sung]`
      : '[Nội dung chính]';
  const replaced = related?.kind === 'replaces' ? ` và thay thế ${cited(related)}` : '';
  return [
    { text: 'Căn cứ [văn bản quy định chức năng, nhiệm vụ, quyền hạn của cơ quan];', style: 'basis' },
    { text: 'Căn cứ [văn bản làm cơ sở ban hành];', style: 'basis' },
    { text: 'Theo đề nghị của [đơn vị, cá nhân trình].', style: 'basis' },
    { text: command, style: 'command' },
    { text: `Điều 1. ${first}`, style: 'article' },
    { text: `Điều 2. ${typeName} này có hiệu lực kể từ ngày ký${replaced}.`, style: 'article' },
    {
      text: `Điều 3. [Đơn vị, cá nhân] chịu trách nhiệm thi hành ${typeName.toLocaleLowerCase('vi')} này./.`,
      style: 'article',
    },
  ];
}

/** The first sentence of what answers or corrects another document. */
function opening(facts: SheetFacts): string[] {
  return facts.relations.slice(0, 1).map((related) => {
    switch (related.kind) {
      case 'replies-to':
        return `Trả lời ${cited(related)}, ${issuer(facts)} có ý kiến như sau:`;
      case 'corrects':
        return `${issuer(facts)} đính chính ${cited(related)} như sau:`;
      case 'amends':
        return `${issuer(facts)} sửa đổi, bổ sung một số nội dung của ${cited(related)} như sau:`;
      case 'replaces':
        return `${facts.typeName} này thay thế ${cited(related)}.`;
    }
  });
}

function cited({ typeName, symbol, issuedOn, issuerName }: SheetFacts['relations'][number]): string {
  return `${typeName} số ${symbol} ${longDate(issuedOn)} của ${issuerName}`;
}

function issuer({ agencies }: SheetFacts): string {
  return agencies[0] ?? '';
}

function plain(...texts: readonly string[]): BodyParagraph[] {
  return texts.map((text) => ({ text, style: 'plain' }));
}
