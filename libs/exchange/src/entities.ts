import { Alert } from './alerts/alert.entity.js';
import { AlertSetting } from './alerts/alert-setting.entity.js';
import { Delivery } from './delivery.entity.js';
import { DeliveryPause } from './delivering/delivery-pause.entity.js';
import { DeliveryTry } from './delivering/delivery-try.entity.js';
import { MailboxLink } from './email/mailbox-link.entity.js';
import { Dispatch } from './dispatch.entity.js';
import { RecipientLine } from './delivering/recipient-line.entity.js';
import { SenderRequest } from './requests/sender-request.entity.js';
import { SavedView } from './saved-views/saved-view.entity.js';
import { TrackingEvent } from './tracking-event.entity.js';

export const exchangeEntities = [
  Alert,
  AlertSetting,
  Dispatch,
  Delivery,
  DeliveryPause,
  DeliveryTry,
  MailboxLink,
  RecipientLine,
  SavedView,
  SenderRequest,
  TrackingEvent,
];
