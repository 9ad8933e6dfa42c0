import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { vi } from './vi/index.js';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const keptUnder = 'vanthu.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof vi };
    returnNull: false;
  }
}

export const i18n = i18next.createInstance();

function keptLanguage(): Language {
  return window.localStorage.getItem(keptUnder) === 'en' ? 'en' : 'vi';
}

async function loadWords(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'words')) {
    const { en } = await import('./en/index.js');
    i18n.addResourceBundle('en', 'words', en);
  }
}

export async function startWords(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    defaultNS: 'words',
    resources: { vi: { words: vi } },
    // React writes no HTML; what is put in must not turn the rest of the sentence round.
    interpolation: { escapeValue: true, escape: withoutTurns },
  });
  await chooseLanguage(keptLanguage());
}

/** Without the marks that turn the direction of writing, which a file name may hold. */
function withoutTurns(text: string): string {
  return text.replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
}

export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'vi';
}

export async function chooseLanguage(language: Language): Promise<void> {
  await loadWords(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  window.localStorage.setItem(keptUnder, language);
}
