import {
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconBook2,
  IconChartBar,
  IconChecklist,
  IconEye,
  IconFileText,
  IconHash,
  IconHourglassHigh,
  IconInbox,
  IconListCheck,
  IconMailDown,
  IconMessageQuestion,
  IconNotebook,
  IconReportAnalytics,
  IconSend,
  IconSend2,
  IconShieldExclamation,
  IconShieldCheck,
  IconUserShare,
} from '@tabler/icons-react';
import { linkOptions } from '@tanstack/react-router';
import { administer } from './administration-places.js';
import type { DeskCounts, Permission, Role } from '../api/types.js';

/** Where a person of this role starts: at what waits for them. */
export function homeOf(role: Role) {
  switch (role) {
    case 'clerk':
      return linkOptions({ to: '/incoming', search: { box: 'to-receive' } });
    case 'leader':
      return linkOptions({ to: '/outgoing', search: { box: 'to-approve' } });
    case 'civil-servant':
      return linkOptions({ to: '/outgoing', search: { box: 'mine' } });
    case 'archivist':
      return linkOptions({ to: '/archive', search: {} });
    case 'agency-administrator':
    case 'system-administrator':
      return linkOptions({ to: '/share', search: {} });
    case 'auditor':
      return linkOptions({ to: '/trail', search: {} });
  }
}

const toDo = [
  {
    key: 'toReceive',
    icon: IconMailDown,
    link: linkOptions({ to: '/incoming', search: { box: 'to-receive' } }),
    count: 'toReceive',
    permission: 'arrival:receive',
  },
  {
    key: 'toAssign',
    icon: IconUserShare,
    link: linkOptions({ to: '/incoming', search: { box: 'to-assign' } }),
    count: 'toAssign',
    permission: 'arrival:assign',
  },
  {
    key: 'toHandle',
    icon: IconListCheck,
    link: linkOptions({ to: '/my-work', search: {} }),
    count: 'toHandle',
    late: 'lateToHandle',
    permission: 'arrival:handle',
  },
  {
    key: 'toReview',
    icon: IconMessageQuestion,
    link: linkOptions({ to: '/outgoing', search: { box: 'to-review' } }),
    count: 'toReview',
    permission: 'document:review',
  },
  {
    key: 'toApprove',
    icon: IconChecklist,
    link: linkOptions({ to: '/outgoing', search: { box: 'to-approve' } }),
    count: 'toApprove',
    permission: 'document:approve',
  },
  {
    key: 'toIssue',
    icon: IconHash,
    link: linkOptions({ to: '/outgoing', search: { box: 'to-issue' } }),
    count: 'toIssue',
    late: 'lateToIssue',
    permission: 'document:issue',
  },
  {
    key: 'toSend',
    icon: IconSend2,
    link: linkOptions({ to: '/outgoing', search: { box: 'to-send' } }),
    count: 'toSend',
    late: 'lateToSend',
    permission: 'document:send',
  },
  {
    key: 'senderRequests',
    icon: IconArrowBackUp,
    link: linkOptions({ to: '/incoming', search: { box: 'asked' } }),
    count: 'senderRequests',
    permission: 'arrival:receive',
  },
  {
    key: 'held',
    icon: IconShieldExclamation,
    link: linkOptions({ to: '/outgoing', search: { box: 'held' } }),
    count: 'held',
    permission: 'document:decide-held',
  },
  {
    key: 'needsAttention',
    icon: IconAlertTriangle,
    link: linkOptions({ to: '/deliveries-in-attention', search: {} }),
    count: 'needsAttention',
    permission: 'delivery:operate',
  },
  {
    key: 'toKnow',
    icon: IconEye,
    link: linkOptions({ to: '/outgoing', search: { box: 'to-know' } }),
    count: 'toKnow',
    permission: 'document:read',
  },
  {
    key: 'toConfirmAccess',
    icon: IconShieldCheck,
    link: linkOptions({ to: '/access-changes', search: {} }),
    count: 'toConfirmAccess',
    permission: 'access:confirm',
  },
  {
    key: 'mine',
    icon: IconFileText,
    link: linkOptions({ to: '/outgoing', search: { box: 'mine' } }),
    permission: 'document:draft',
  },
] as const;

const registers = [
  { key: 'incoming', icon: IconInbox, link: linkOptions({ to: '/incoming', search: {} }), permission: 'arrival:read' },
  { key: 'outgoing', icon: IconSend, link: linkOptions({ to: '/outgoing', search: {} }), permission: 'document:read' },
  {
    key: 'incomingRegister',
    icon: IconNotebook,
    link: linkOptions({ to: '/incoming-register', search: {} }),
    permission: 'register:read',
  },
  {
    key: 'register',
    icon: IconBook2,
    link: linkOptions({ to: '/outgoing-register', search: {} }),
    permission: 'register:read',
  },
  { key: 'archive', icon: IconArchive, link: linkOptions({ to: '/archive', search: {} }), permission: 'archive:read' },
] as const;

const follow = [
  {
    key: 'late',
    icon: IconHourglassHigh,
    link: linkOptions({ to: '/late-deliveries', search: {} }),
    permission: 'document:read',
  },
  {
    key: 'handlingReport',
    icon: IconReportAnalytics,
    link: linkOptions({ to: '/handling-report', search: {} }),
    permission: 'handling-report:read',
  },
  { key: 'share', icon: IconChartBar, link: linkOptions({ to: '/share', search: {} }), permission: 'share:read' },
] as const;

export type Place =
  | (typeof toDo)[number]
  | (typeof registers)[number]
  | (typeof follow)[number]
  | (typeof administer)[number];

export interface PlaceGroup {
  readonly key: 'toDo' | 'registers' | 'follow' | 'administer';
  readonly places: readonly Place[];
}

function allowed<P extends Place>(places: readonly P[], permissions: readonly Permission[]): readonly P[] {
  return places.filter((place) => permissions.includes(place.permission));
}

/** The menu of a person, by what they may do. */
export function placesFor(permissions: readonly Permission[]): readonly PlaceGroup[] {
  const groups: PlaceGroup[] = [
    { key: 'toDo', places: allowed(toDo, permissions) },
    { key: 'registers', places: allowed(registers, permissions) },
    { key: 'follow', places: allowed(follow, permissions) },
    { key: 'administer', places: allowed(administer, permissions) },
  ];
  return groups.filter(({ places }) => places.length > 0);
}

/** Whether a page belongs to a place: a to-do by its box, a register by all else under its path. */
export function isPlace(place: Place, pathname: string, box: string | undefined): boolean {
  const ownBox = 'box' in place.link.search ? place.link.search.box : undefined;
  if (ownBox !== undefined) {
    return pathname === place.link.to && box === ownBox;
  }
  const isUnder = pathname === place.link.to || pathname.startsWith(`${place.link.to}/`);
  return isUnder && !toDo.some(({ link }) => link.to === pathname && 'box' in link.search && link.search.box === box);
}

export function countOf(place: Place, counts: DeskCounts | undefined): number {
  return 'count' in place && counts !== undefined ? counts[place.count] : 0;
}

/** How many of them should have been done by now. */
/** All that waits for this person, for the title of the page. */
export function waitingFor(permissions: readonly Permission[], counts: DeskCounts | undefined): number {
  return allowed(toDo, permissions).reduce((sum, place) => sum + countOf(place, counts), 0);
}

export function lateIn(place: Place, counts: DeskCounts | undefined): number {
  return 'late' in place && counts !== undefined ? counts[place.late] : 0;
}
