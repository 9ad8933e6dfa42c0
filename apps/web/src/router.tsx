import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { hasCode } from './api/problem.js';
import { queryClient } from './api/query-client.js';
import type { Session } from './api/types.js';
import { agenciesSearch } from './agencies/agencies-search.js';
import { archiveSearch } from './archive/archive-search.js';
import { groupsSearch } from './groups/groups-search.js';
import { incomingSearch } from './incoming/incoming-search.js';
import { outgoingSearch } from './outgoing/outgoing-search.js';
import { peopleSearch, unitsSearch } from './people/people-search.js';
import { sessionQuery } from './session/session-query.js';
import { SignInPage } from './session/sign-in-page.js';
import { signInSearch } from './session/sign-in-search.js';
import { exchangesSearch, shareSearch } from './share/share-search.js';
import { Frame } from './shell/frame.js';
import { homeOf } from './shell/places.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { PageFault } from './shell/page-fault.js';
import { trailSearch } from './trail/trail-search.js';

/** The session, or the way to the sign-in page, from which one comes back. */
async function sessionOrSignIn(back: string | undefined): Promise<Session> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (hasCode(error, 'session.required')) {
      // oxlint-disable-next-line typescript/only-throw-error -- the router takes a thrown redirect as its answer
      throw redirect({ to: '/sign-in', search: wayBack(back) });
    }
    throw error;
  }
}

function wayBack(back: string | undefined): { back?: string } {
  return back === undefined ? {} : { back };
}

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: PageFault });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: SignInPage,
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./setup/set-up-page.js'), 'SetUpPage'),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./password/forgot-password-page.js'), 'ForgotPasswordPage'),
});

const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  component: lazyRouteComponent(() => import('./password/set-password-page.js'), 'SetPasswordPage'),
});

const continueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/continue',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./session/continue-page.js'), 'ContinuePage'),
  beforeLoad: async ({ search: { back } }) => {
    const session = await sessionOrSignIn(back);
    if (session.needs === null) {
      // oxlint-disable-next-line typescript/only-throw-error -- the router takes a thrown redirect as its answer
      throw redirect({ href: back ?? '/', replace: true });
    }
  },
});

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: Frame,
  beforeLoad: async ({ location }) => {
    const back = location.href === '/' ? undefined : location.href;
    const session = await sessionOrSignIn(back);
    if (session.needs !== null) {
      // oxlint-disable-next-line typescript/only-throw-error -- the router takes a thrown redirect as its answer
      throw redirect({ to: '/sign-in/continue', search: wayBack(back) });
    }
    return { session };
  },
});

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router takes a thrown redirect as its answer
    throw redirect({ ...homeOf(context.session.post.role), replace: true });
  },
});

const outgoingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing',
  validateSearch: outgoingSearch,
  component: lazyRouteComponent(() => import('./outgoing/outgoing-page.js'), 'OutgoingPage'),
});

const draftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing/draft',
  validateSearch: (search: Record<string, unknown>): { id?: string } =>
    typeof search['id'] === 'string' ? { id: search['id'] } : {},
  component: lazyRouteComponent(() => import('./outgoing/draft-page.js'), 'DraftPage'),
});

const documentRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/outgoing/$documentId',
  component: lazyRouteComponent(() => import('./outgoing/document-page.js'), 'DocumentPage'),
});

const incomingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming',
  validateSearch: incomingSearch,
  component: lazyRouteComponent(() => import('./incoming/incoming-page.js'), 'IncomingPage'),
});

const arrivalRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incoming/$arrivalId',
  component: lazyRouteComponent(() => import('./incoming/arrival-page.js'), 'ArrivalPage'),
});

const archiveRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/archive',
  validateSearch: archiveSearch,
  component: lazyRouteComponent(() => import('./archive/archive-page.js'), 'ArchivePage'),
});

const signInRulesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/sign-in-rules',
  component: lazyRouteComponent(() => import('./second-factor/rules-page.js'), 'SignInRulesPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.js'), 'AccountPage'),
});

const accessChangesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/access-changes',
  component: lazyRouteComponent(() => import('./access/access-changes-page.js'), 'AccessChangesPage'),
});

const groupsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/recipient-groups',
  validateSearch: groupsSearch,
  component: lazyRouteComponent(() => import('./groups/groups-page.js'), 'GroupsPage'),
});

const groupRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/recipient-groups/$groupId',
  component: lazyRouteComponent(() => import('./groups/group-page.js'), 'GroupPage'),
});

const plansRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reorganisation',
  component: lazyRouteComponent(() => import('./reorganisation/plans-page.js'), 'PlansPage'),
});

const planRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reorganisation/$planId',
  component: lazyRouteComponent(() => import('./reorganisation/plan-page.js'), 'PlanPage'),
});

const shareRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/share',
  validateSearch: shareSearch,
  component: lazyRouteComponent(() => import('./share/share-page.js'), 'SharePage'),
});

const exchangesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/share/exchanges',
  validateSearch: exchangesSearch,
  component: lazyRouteComponent(() => import('./share/exchanges-page.js'), 'ExchangesPage'),
});

const agenciesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agencies',
  validateSearch: agenciesSearch,
  component: lazyRouteComponent(() => import('./agencies/agencies-page.js'), 'AgenciesPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
});

const unitsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people/units',
  validateSearch: unitsSearch,
  component: lazyRouteComponent(() => import('./people/units-page.js'), 'UnitsPage'),
});

const personRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./people/person-page.js'), 'PersonPage'),
});

const delegationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account/delegation',
  component: lazyRouteComponent(() => import('./delegation/delegation-page.js'), 'DelegationPage'),
});

const agencyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agencies/$agencyId',
  component: lazyRouteComponent(() => import('./agencies/agency-page.js'), 'AgencyPage'),
});

const trailRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/trail',
  validateSearch: trailSearch,
  component: lazyRouteComponent(() => import('./trail/trail-page.js'), 'TrailPage'),
});

const apiClientsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/api-clients',
  component: lazyRouteComponent(() => import('./api-clients/api-clients-page.js'), 'ApiClientsPage'),
});

const apiClientRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/api-clients/$clientId',
  component: lazyRouteComponent(() => import('./api-clients/api-client-page.js'), 'ApiClientPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    setUpRoute,
    continueRoute,
    forgotPasswordRoute,
    setPasswordRoute,
    deskRoute.addChildren([
      homeRoute,
      outgoingRoute,
      draftRoute,
      documentRoute,
      incomingRoute,
      arrivalRoute,
      accountRoute,
      signInRulesRoute,
      archiveRoute,
      accessChangesRoute,
      groupsRoute,
      groupRoute,
      plansRoute,
      planRoute,
      shareRoute,
      exchangesRoute,
      agenciesRoute,
      apiClientsRoute,
      apiClientRoute,
      trailRoute,
      agencyRoute,
      peopleRoute,
      unitsRoute,
      personRoute,
      delegationRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageFault,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
