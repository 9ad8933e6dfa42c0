import type { Language } from './errors.js';

/** The part of a validation issue that a sentence is made from (zod’s issues have it). */
export interface FieldIssue {
  readonly code?: string | undefined;
  readonly origin?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
}

type Sentence = Readonly<Record<Language, string>>;

const required: Sentence = { vi: 'Không được để trống.', en: 'This must not be empty.' };
const wrong: Sentence = { vi: 'Giá trị không hợp lệ.', en: 'This value is not valid.' };

function tooBig({ origin, maximum }: FieldIssue): Sentence {
  if (origin === 'string') {
    return { vi: `Dài quá ${maximum} ký tự.`, en: `This is longer than ${maximum} characters.` };
  }
  if (origin === 'array') {
    return { vi: `Nhiều hơn ${maximum} mục.`, en: `There are more than ${maximum} entries.` };
  }
  return { vi: `Lớn hơn ${maximum}.`, en: `This is more than ${maximum}.` };
}

function tooSmall({ origin, minimum }: FieldIssue): Sentence {
  if (origin === 'string') {
    return Number(minimum) <= 1
      ? required
      : { vi: `Ngắn hơn ${minimum} ký tự.`, en: `This is shorter than ${minimum} characters.` };
  }
  return { vi: `Nhỏ hơn ${minimum}.`, en: `This is less than ${minimum}.` };
}

function sentenceOf(issue: FieldIssue): Sentence {
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_type':
      return { vi: 'Thiếu hoặc không đúng kiểu.', en: 'This is missing or of the wrong type.' };
    case 'invalid_value':
      return { vi: 'Không có trong danh mục cho phép.', en: 'This is not one of the allowed values.' };
    case 'invalid_format':
      return { vi: 'Không đúng dạng.', en: 'This is not in the right form.' };
    case 'unrecognized_keys':
      return { vi: 'Có mục không được nhận.', en: 'There are fields that are not taken.' };
    default:
      return wrong;
  }
}

/** What is wrong with a field, in a sentence for the person who filled it in. */
export function fieldMessage(issue: FieldIssue, language: Language): string {
  return sentenceOf(issue)[language];
}
