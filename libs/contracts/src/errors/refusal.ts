/** The languages in which the system speaks; the first is the default. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

type Sentences = Readonly<Record<Language, string>>;

export interface ErrorText {
  readonly status: number;
  readonly title: Sentences;
  /** Names in braces are filled from the params of the error. */
  readonly detail: Sentences;
  /** Params that name one of several reasons, by param and reason: the sentence of the reason stands in their place. */
  readonly reasons?: Readonly<Record<string, Readonly<Record<string, Sentences>>>>;
}

export const nothingChanged: Sentences = { vi: 'Chưa có gì thay đổi.', en: 'Nothing was changed.' };

export function refusal(
  status: number,
  title: Sentences,
  detail: Sentences,
  reasons?: ErrorText['reasons'],
): ErrorText {
  return { status, title, detail, ...(reasons !== undefined && { reasons }) };
}
