import { Answer } from './answer.js';

/** A browser without pages: it keeps the cookies of each site and goes from one address to the next. */
export class TravellingBrowser {
  private readonly cookies = new Map<string, Map<string, string>>();

  cookieOf(url: string, name: string): string | undefined {
    return this.cookies.get(new URL(url).host)?.get(name);
  }

  async go(url: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
    const { host } = new URL(url);
    const kept = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, kept);
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await Answer.of(
      await fetch(url, {
        redirect: 'manual',
        method: form === undefined ? 'GET' : 'POST',
        headers: { ...(cookie !== '' && { cookie }) },
        ...(form !== undefined && { body: new URLSearchParams(form) }),
      }),
    );
    for (const header of answer.headers.getSetCookie()) {
      keep(kept, header);
    }
    return answer;
  }

  /** Where the answer leads, in full; empty where it leads nowhere. */
  next(answer: Answer, from: string): string {
    const location = answer.headers.get('location');
    return location === null ? '' : new URL(location, from).href;
  }
}

function keep(kept: Map<string, string>, header: string): void {
  const [pair = '', ...flags] = header.split(';');
  const at = pair.indexOf('=');
  const isGone = flags.some((flag) => /expires=thu, 01 jan 1970|max-age=0$/i.test(flag.trim()));
  if (isGone) {
    kept.delete(pair.slice(0, at));
    return;
  }
  kept.set(pair.slice(0, at), pair.slice(at + 1));
}
