import { password, type TestApp } from '../../start-app.js';
import { Caller } from './caller.js';

/** The people of one agency who carry a document through it, signed in. */
export interface Office {
  readonly agencyId: string;
  readonly civilServant: Caller;
  readonly leader: Caller;
  readonly clerk: Caller;
}

export async function signIn(app: TestApp, userName: string): Promise<Caller> {
  return Caller.signIn(app.url, userName, password);
}

/** `snv`: as the user names in samples/hoa-binh-2017/people.csv end. */
export async function officeOf(app: TestApp, ending: string): Promise<Office> {
  const [civilServant, leader, clerk] = await Promise.all([
    signIn(app, `chuyenvien1.${ending}`),
    signIn(app, `lanhdao.${ending}`),
    signIn(app, `vanthu.${ending}`),
  ]);
  return { agencyId: clerk.session.post.agency.id, civilServant, leader, clerk };
}
