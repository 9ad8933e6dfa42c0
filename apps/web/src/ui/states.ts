import type { ArrivalState, DeliveryState, DocumentState } from '../api/types.js';
import type { Tone } from './state-word.js';

export const documentTone: Record<DocumentState, Tone> = {
  draft: 'calm',
  'in-review': 'accent',
  submitted: 'accent',
  returned: 'care',
  approved: 'accent',
  issued: 'accent',
  sent: 'good',
  completed: 'calm',
  cancelled: 'bad',
  recalled: 'bad',
};

export const deliveryTone: Record<DeliveryState, Tone> = {
  'on-paper': 'calm',
  queued: 'calm',
  sent: 'calm',
  arrived: 'accent',
  accepted: 'good',
  assigned: 'good',
  'in-process': 'good',
  completed: 'good',
  refused: 'bad',
  'needs-attention': 'care',
  'given-up': 'bad',
  replaced: 'calm',
  recalled: 'bad',
  'recalled-after-registration': 'bad',
};

export const arrivalTone: Record<ArrivalState, Tone> = {
  arrived: 'accent',
  accepted: 'good',
  submitted: 'good',
  assigned: 'good',
  'in-process': 'good',
  refused: 'bad',
  completed: 'calm',
  joined: 'calm',
  replaced: 'calm',
  recalled: 'bad',
};

/** Whether something has to be done about an arrival, so that its day can pass. */
export function isOpenArrival(state: ArrivalState): boolean {
  return ['arrived', 'accepted', 'submitted', 'assigned', 'in-process'].includes(state);
}
