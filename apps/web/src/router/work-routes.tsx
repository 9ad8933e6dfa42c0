import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { attentionSearch } from '../attention/attention-search.js';
import { archiveSearch } from '../archive/archive-search.js';
import { groupsSearch } from '../groups/groups-search.js';
import { workSearch } from '../handling/work-search.js';
import { incomingSearch } from '../incoming/incoming-search.js';
import { stampsSearch } from '../paper/stamps-search.js';
import { handlingReportSearch } from '../incoming-register/handling-report-search.js';
import { incomingRegisterSearch } from '../incoming-register/incoming-register-search.js';
import { lateSearch } from '../late/late-search.js';
import { compareSearch } from '../outgoing/compare-search.js';
import { outgoingSearch } from '../outgoing/outgoing-search.js';
import { registerSearch } from '../register/register-search.js';
import { exchangesSearch, shareSearch } from '../share/share-search.js';
import { deskRoute } from './desk-route.js';

const outgoingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing',
  validateSearch: outgoingSearch,
  component: lazyRouteComponent(() => import('../outgoing/outgoing-page.js'), 'OutgoingPage'),
});

const draftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing/draft',
  validateSearch: (search: Record<string, unknown>): { id?: string } =>
    typeof search['id'] === 'string' ? { id: search['id'] } : {},
  component: lazyRouteComponent(() => import('../outgoing/draft-page.js'), 'DraftPage'),
});

const documentRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing/$documentId',
  component: lazyRouteComponent(() => import('../outgoing/document-page.js'), 'DocumentPage'),
});

const paperRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing/$documentId/paper',
  component: lazyRouteComponent(() => import('../outgoing/paper-page.js'), 'PaperPage'),
});

const versionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing/$documentId/versions',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('../outgoing/compare-page.js'), 'ComparePage'),
});

const registerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing-register',
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import('../register/register-page.js'), 'RegisterPage'),
});

const registerPrintRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing-register/print',
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import('../register/register-print-page.js'), 'RegisterPrintPage'),
});

const incomingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming',
  validateSearch: incomingSearch,
  component: lazyRouteComponent(() => import('../incoming/incoming-page.js'), 'IncomingPage'),
});

const arrivalRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming/$arrivalId',
  component: lazyRouteComponent(() => import('../incoming/arrival-page.js'), 'ArrivalPage'),
});

const paperArrivalRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming/paper',
  component: lazyRouteComponent(() => import('../paper/paper-page.js'), 'PaperPage'),
});

const paperTableRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming/paper-table',
  component: lazyRouteComponent(() => import('../paper/paper-table-page.js'), 'PaperTablePage'),
});

const stampsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming/stamps',
  validateSearch: stampsSearch,
  component: lazyRouteComponent(() => import('../paper/stamps-page.js'), 'StampsPage'),
});

const correctPaperRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming/$arrivalId/registration',
  component: lazyRouteComponent(() => import('../paper/correct-paper-page.js'), 'CorrectPaperPage'),
});

const workRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/my-work',
  validateSearch: workSearch,
  component: lazyRouteComponent(() => import('../handling/work-page.js'), 'WorkPage'),
});

const incomingRegisterRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming-register',
  validateSearch: incomingRegisterSearch,
  component: lazyRouteComponent(() => import('../incoming-register/incoming-register-page.js'), 'IncomingRegisterPage'),
});

const incomingRegisterPrintRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming-register/print',
  validateSearch: incomingRegisterSearch,
  component: lazyRouteComponent(
    () => import('../incoming-register/incoming-register-print-page.js'),
    'IncomingRegisterPrintPage',
  ),
});

const handlingReportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/handling-report',
  validateSearch: handlingReportSearch,
  component: lazyRouteComponent(() => import('../incoming-register/handling-report-page.js'), 'HandlingReportPage'),
});

const outgoingReportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing-report',
  validateSearch: handlingReportSearch,
  component: lazyRouteComponent(() => import('../incoming-register/outgoing-report-page.js'), 'OutgoingReportPage'),
});

const attentionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/deliveries-in-attention',
  validateSearch: attentionSearch,
  component: lazyRouteComponent(() => import('../attention/attention-page.js'), 'AttentionPage'),
});

const lateRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/late-deliveries',
  validateSearch: lateSearch,
  component: lazyRouteComponent(() => import('../late/late-page.js'), 'LatePage'),
});

const archiveRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/archive',
  validateSearch: archiveSearch,
  component: lazyRouteComponent(() => import('../archive/archive-page.js'), 'ArchivePage'),
});

const groupsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/recipient-groups',
  validateSearch: groupsSearch,
  component: lazyRouteComponent(() => import('../groups/groups-page.js'), 'GroupsPage'),
});

const groupRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/recipient-groups/$groupId',
  component: lazyRouteComponent(() => import('../groups/group-page.js'), 'GroupPage'),
});

const shareRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/share',
  validateSearch: shareSearch,
  component: lazyRouteComponent(() => import('../share/share-page.js'), 'SharePage'),
});

const exchangesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/share/exchanges',
  validateSearch: exchangesSearch,
  component: lazyRouteComponent(() => import('../share/exchanges-page.js'), 'ExchangesPage'),
});

/** The daily work with documents. */
export const workRoutes = [
  outgoingRoute,
  draftRoute,
  documentRoute,
  paperRoute,
  versionsRoute,
  registerRoute,
  registerPrintRoute,
  incomingRoute,
  paperArrivalRoute,
  paperTableRoute,
  stampsRoute,
  correctPaperRoute,
  arrivalRoute,
  workRoute,
  incomingRegisterRoute,
  incomingRegisterPrintRoute,
  handlingReportRoute,
  outgoingReportRoute,
  archiveRoute,
  attentionRoute,
  lateRoute,
  groupsRoute,
  groupRoute,
  shareRoute,
  exchangesRoute,
] as const;
