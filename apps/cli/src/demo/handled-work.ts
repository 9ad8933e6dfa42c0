import { ArrivalPage, ArrivalView, DocumentView } from '#contracts';
import { dayOf } from '#kernel';
import type { HttpClient } from './http-client.js';

export interface HandlingScript {
  readonly clerk: HttpClient;
  readonly leader: HttpClient;
  readonly civilServant: HttpClient;
  readonly colleague: HttpClient;
  readonly onStep: (step: string) => void;
}

const dayMs = 86_400_000;

/** What an agency gets from bodies that are on no system. */
async function registerPaper(clerk: HttpClient, onStep: HandlingScript['onStep']): Promise<void> {
  const { symbol, arrivalNumber } = await clerk.post('/arrivals', ArrivalView, {
    issuer: { name: 'Công ty Điện lực Hòa Bình' },
    symbol: '215/PCHB-KD',
    issuedOn: dayOf(new Date(Date.now() - 2 * dayMs)),
    typeCode: 'cong-van',
    subject: 'Về lịch ngừng cung cấp điện tháng này',
    pageCount: 2,
    // The demonstration may be played twice a day.
    evenIfSame: true,
  });
  onStep(`${symbol} came on paper and has the number ${arrivalNumber}`);
}

/** Leaves one arrival assigned, with a reply begun by who leads, and one that waits for the leader to assign it. */
export async function leaveHandled({ clerk, leader, civilServant, colleague, onStep }: HandlingScript): Promise<void> {
  const { items } = await clerk.get('/arrivals?box=in-work&limit=2', ArrivalPage);
  await registerPaper(clerk, onStep);
  for (const { id } of items) {
    await clerk.post(`/arrivals/${id}/submit`, ArrivalView, { toPostId: leader.session.post.id });
  }
  const [first] = items;
  if (first === undefined) {
    return;
  }
  const dueOn = (days: number): string => dayOf(new Date(Date.now() + days * dayMs));
  await leader.post(`/arrivals/${first.id}/assignments`, ArrivalView, {
    instruction: 'Tham mưu văn bản trả lời, lấy ý kiến các phòng liên quan.',
    parts: [
      { role: 'lead', postId: civilServant.session.post.id, dueOn: dueOn(7) },
      { role: 'support', postId: colleague.session.post.id, dueOn: dueOn(3) },
    ],
  });
  await civilServant.post(`/arrivals/${first.id}/replies`, DocumentView);
  onStep(`${first.symbol} is assigned, and its reply begun; ${items.length - 1} waits for the leader`);
}
