import { describe, expect, it } from 'vitest';
import { languages, linkPurposes } from '#contracts';
import { linkMail } from './link-mail.js';

const about = {
  fullName: 'Đỗ Thu Ngân',
  userName: 'vanthu.snv',
  email: 'ngan@snv.example',
  link: 'https://vanthu.example/password#token=abc_-123',
  expiresAt: new Date('2017-12-07T07:05:00Z'),
};

describe('a mail with a link', () => {
  it.each(languages.flatMap((language) => linkPurposes.map((purpose) => ({ language, purpose }))))(
    'for $purpose in $language names the person, the user name, the link and its end in Vietnam, as text and as HTML',
    ({ language, purpose }) => {
      const mail = linkMail(purpose, language, about);
      expect(mail.to).toEqual({ name: about.fullName, address: about.email });
      for (const body of [mail.text, mail.html]) {
        for (const fact of [about.fullName, about.userName, about.link, '14:05 07/12/2017']) {
          expect(body).toContain(fact);
        }
      }
    },
  );

  it('makes no markup of a name', () => {
    const { html, text } = linkMail('invitation', 'vi', { ...about, fullName: '<img src=x> "Ngân" & con' });
    expect(html).toContain('&lt;img src=x&gt; &quot;Ngân&quot; &amp; con');
    expect(html).not.toContain('<img');
    expect(text).toContain('<img src=x>');
  });
});
