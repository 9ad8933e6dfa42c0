import { webhookSearch } from '../webhooks/webhook-search.js';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { agenciesSearch } from '../agencies/agencies-search.js';
import { peopleSearch, unitsSearch } from '../people/people-search.js';
import { trailSearch } from '../trail/trail-search.js';
import { workingDaysSearch } from '../working-days/working-days-search.js';
import { deskRoute } from './desk-route.js';

const agenciesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agencies',
  validateSearch: agenciesSearch,
  component: lazyRouteComponent(() => import('../agencies/agencies-page.js'), 'AgenciesPage'),
});

const agencyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agencies/$agencyId',
  component: lazyRouteComponent(() => import('../agencies/agency-page.js'), 'AgencyPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../people/people-page.js'), 'PeoplePage'),
});

const unitsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people/units',
  validateSearch: unitsSearch,
  component: lazyRouteComponent(() => import('../people/units-page.js'), 'UnitsPage'),
});

const personRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('../people/person-page.js'), 'PersonPage'),
});

const plansRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reorganisation',
  component: lazyRouteComponent(() => import('../reorganisation/plans-page.js'), 'PlansPage'),
});

const planRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reorganisation/$planId',
  component: lazyRouteComponent(() => import('../reorganisation/plan-page.js'), 'PlanPage'),
});

const documentTypesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/document-types',
  component: lazyRouteComponent(() => import('../document-types/document-types-page.js'), 'DocumentTypesPage'),
});

const numberingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/numbering',
  component: lazyRouteComponent(() => import('../numbering/numbering-page.js'), 'NumberingPage'),
});

const paperReasonsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paper-reasons',
  component: lazyRouteComponent(() => import('../paper-reasons/paper-reasons-page.js'), 'PaperReasonsPage'),
});

const workingDaysRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/working-days',
  validateSearch: workingDaysSearch,
  component: lazyRouteComponent(() => import('../working-days/working-days-page.js'), 'WorkingDaysPage'),
});

const signInRulesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/sign-in-rules',
  component: lazyRouteComponent(() => import('../second-factor/rules-page.js'), 'SignInRulesPage'),
});

const accessChangesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/access-changes',
  component: lazyRouteComponent(() => import('../access/access-changes-page.js'), 'AccessChangesPage'),
});

const apiClientsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/api-clients',
  component: lazyRouteComponent(() => import('../api-clients/api-clients-page.js'), 'ApiClientsPage'),
});

const apiClientRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/api-clients/$clientId',
  component: lazyRouteComponent(() => import('../api-clients/api-client-page.js'), 'ApiClientPage'),
});

const webhooksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('../webhooks/webhooks-page.js'), 'WebhooksPage'),
});

const webhookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/webhooks/$webhookId',
  validateSearch: webhookSearch,
  component: lazyRouteComponent(() => import('../webhooks/webhook-page.js'), 'WebhookPage'),
});

const deliveryQueueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/delivery-queue',
  component: lazyRouteComponent(() => import('../delivery-queue/queue-page.js'), 'QueuePage'),
});

const trailRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/trail',
  validateSearch: trailSearch,
  component: lazyRouteComponent(() => import('../trail/trail-page.js'), 'TrailPage'),
});

/** What administrators and inspectors open. */
export const administrationRoutes = [
  agenciesRoute,
  agencyRoute,
  peopleRoute,
  unitsRoute,
  personRoute,
  plansRoute,
  planRoute,
  documentTypesRoute,
  numberingRoute,
  paperReasonsRoute,
  workingDaysRoute,
  signInRulesRoute,
  accessChangesRoute,
  apiClientsRoute,
  apiClientRoute,
  webhooksRoute,
  webhookRoute,
  deliveryQueueRoute,
  trailRoute,
] as const;
