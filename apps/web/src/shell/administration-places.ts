import {
  IconAlertTriangle,
  IconBuilding,
  IconCalendarEvent,
  IconHistory,
  IconListNumbers,
  IconMailQuestion,
  IconPlugConnected,
  IconShieldLock,
  IconSitemap,
  IconSortAscendingNumbers,
  IconStackPush,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';
import { linkOptions } from '@tanstack/react-router';

/** What administrators and inspectors find in the menu. */
export const administer = [
  {
    key: 'attentionOfAll',
    icon: IconAlertTriangle,
    link: linkOptions({ to: '/deliveries-in-attention', search: {} }),
    permission: 'delivery:operate-all',
  },
  {
    key: 'deliveryQueue',
    icon: IconStackPush,
    link: linkOptions({ to: '/delivery-queue', search: {} }),
    permission: 'delivery:operate-all',
  },
  {
    key: 'agencies',
    icon: IconBuilding,
    link: linkOptions({ to: '/agencies', search: {} }),
    permission: 'agency:read',
  },
  {
    key: 'people',
    icon: IconUsers,
    link: linkOptions({ to: '/people', search: {} }),
    permission: 'person:read',
  },
  {
    key: 'groups',
    icon: IconUsersGroup,
    link: linkOptions({ to: '/recipient-groups', search: {} }),
    permission: 'group:manage',
  },
  {
    key: 'documentTypes',
    icon: IconListNumbers,
    link: linkOptions({ to: '/document-types', search: {} }),
    permission: 'document-type:manage',
  },
  {
    key: 'numbering',
    icon: IconSortAscendingNumbers,
    link: linkOptions({ to: '/numbering', search: {} }),
    permission: 'register:configure',
  },
  {
    key: 'paperReasons',
    icon: IconMailQuestion,
    link: linkOptions({ to: '/paper-reasons', search: {} }),
    permission: 'paper-reason:manage',
  },
  {
    key: 'workingDays',
    icon: IconCalendarEvent,
    link: linkOptions({ to: '/working-days', search: {} }),
    count: 'unreadyYears',
    permission: 'calendar:manage',
  },
  {
    key: 'signInRules',
    icon: IconShieldLock,
    link: linkOptions({ to: '/sign-in-rules', search: {} }),
    permission: 'security:manage',
  },
  {
    key: 'reorganisation',
    icon: IconSitemap,
    link: linkOptions({ to: '/reorganisation', search: {} }),
    permission: 'reorganisation:read',
  },
  {
    key: 'apiClients',
    icon: IconPlugConnected,
    link: linkOptions({ to: '/api-clients', search: {} }),
    permission: 'client:manage',
  },
  {
    key: 'webhooks',
    icon: IconWebhook,
    link: linkOptions({ to: '/webhooks', search: {} }),
    permission: 'webhook:manage',
  },
  {
    key: 'trail',
    icon: IconHistory,
    link: linkOptions({ to: '/trail', search: {} }),
    permission: 'trail:read',
  },
] as const;
