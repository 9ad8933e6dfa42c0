/** The languages in which the system speaks; the first is the default. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

type Sentences = Readonly<Record<Language, string>>;

export interface ErrorText {
  readonly status: number;
  readonly title: Sentences;
  /** Names in braces are filled from the params of the error. */
  readonly detail: Sentences;
}

export const nothingChanged: Sentences = { vi: 'Chưa có gì thay đổi.', en: 'Nothing was changed.' };

export function refusal(status: number, title: Sentences, detail: Sentences): ErrorText {
  return { status, title, detail };
}
