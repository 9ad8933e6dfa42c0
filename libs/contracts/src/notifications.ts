import { z } from 'zod';
import { Id, PageQuery, pageOf } from './page.js';
import { languages } from './errors.js';
import { Urgency } from './vocabulary.js';

/** What a person is told of, in the order in which settings list it. */
export const notificationKinds = [
  'arrival-arrived',
  'recall-asked',
  'arrival-submitted',
  'work-assigned',
  'work-handed-back',
  'work-due',
  'review-asked',
  'document-returned',
  'document-approved',
  'document-refused',
  'delivery-failed',
  'webhook-paused',
] as const;
export const NotificationKind = z.enum(notificationKinds).meta({ id: 'NotificationKind' });
export type NotificationKind = z.infer<typeof NotificationKind>;

/** When a mail goes out: not at all, with the others twice a working day, or by itself. */
export const mailChoices = ['never', 'digest', 'at-once'] as const;
export const MailChoice = z.enum(mailChoices).meta({ id: 'MailChoice' });
export type MailChoice = z.infer<typeof MailChoice>;

export const NotificationView = z
  .object({
    id: Id,
    kind: NotificationKind,
    object: z.object({ type: z.enum(['document', 'arrival', 'webhook']), id: Id }),
    urgency: Urgency,
    symbol: z.string().nullable().describe('Null before the document has its number'),
    subject: z.string(),
    who: z.string().nullable().describe('Whose doing it is: a person, or an agency'),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notification' });
export type NotificationView = z.infer<typeof NotificationView>;

export const NotificationPage = pageOf(NotificationView, 'NotificationPage');
export type NotificationPage = z.infer<typeof NotificationPage>;

export const FindNotifications = PageQuery.extend({
  unread: z.enum(['true', 'false']).default('false').describe('Only what was not read yet'),
});
export type FindNotifications = z.infer<typeof FindNotifications>;

/** [own] A bell that says more says nothing more. */
export const mostCountedUnread = 1000;

export const UnreadNotifications = z
  .object({ unread: z.number().int().min(0).describe(`How many were not read yet; counted to ${mostCountedUnread}`) })
  .meta({ id: 'UnreadNotifications' });
export type UnreadNotifications = z.infer<typeof UnreadNotifications>;

export const ReadNotifications = z
  .union([
    z.strictObject({ ids: z.array(Id).min(1).max(200) }),
    z.strictObject({ upTo: Id.describe('This one and all that are older') }),
  ])
  .meta({ id: 'ReadNotifications' });
export type ReadNotifications = z.infer<typeof ReadNotifications>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const quietHours = {
  quietFrom: timeOfDay.describe('In Vietnam; as `quietTo`: no quiet hours'),
  quietTo: timeOfDay,
  language: z.enum(languages).describe('Of the mails'),
};

const NotificationChoice = z
  .object({ kind: NotificationKind, page: z.boolean().describe('Whether the bell shows it'), mail: MailChoice })
  .meta({ id: 'NotificationChoice' });

/** A choice for each kind, in the order of the list. */
export const NotificationSettings = z
  .object({
    kinds: z.array(NotificationChoice),
    ...quietHours,
    address: z.string().nullable().describe('Where mails go; null: the person has no address and gets none'),
    canMail: z.boolean().describe('Whether this installation sends mail'),
  })
  .meta({ id: 'NotificationSettings' });
export type NotificationSettings = z.infer<typeof NotificationSettings>;

export const WriteNotificationSettings = z
  .object({
    kinds: z
      .array(NotificationChoice)
      .length(notificationKinds.length)
      .refine((given) => new Set(given.map(({ kind }) => kind)).size === given.length, 'has to name each kind once'),
    ...quietHours,
  })
  .meta({ id: 'WriteNotificationSettings' });
export type WriteNotificationSettings = z.infer<typeof WriteNotificationSettings>;
