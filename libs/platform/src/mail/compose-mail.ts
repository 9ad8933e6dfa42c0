import type { Mail } from './mailer.js';

interface Letter {
  readonly to: Mail['to'];
  readonly language: string;
  readonly subject: string;
  readonly before: readonly string[];
  /** The one thing to do, as a button and as an address to copy. */
  readonly link?: { readonly words: string; readonly address: string };
  readonly after: readonly string[];
}

/** A mail as plain text and as simple HTML: paragraphs, a link between them, and nothing that is fetched from anywhere. */
export function composeMail({ to, language, subject, before, link, after }: Letter): Mail {
  const address = link === undefined ? [] : [link.address];
  return {
    to,
    subject,
    text: `${[...before, ...address, ...after].join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${language}"><body style="margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1a1f26">`,
      ...before.map(paragraph),
      ...(link === undefined ? [] : buttonOf(link)),
      ...after.map(paragraph),
      '</body></html>',
    ].join('\n'),
  };
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escaped(text)}</p>`;
}

function buttonOf({ words, address }: NonNullable<Letter['link']>): string[] {
  return [
    `<p style="margin:0 0 16px"><a href="${escaped(address)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#1d5fa7;color:#fff;text-decoration:none">${escaped(words)}</a></p>`,
    `<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${escaped(address)}</p>`,
  ];
}

/** Names are written by people: none of them becomes markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
