import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.js';

const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-page.js'), 'AccountPage'),
});

const delegationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account/delegation',
  component: lazyRouteComponent(() => import('../delegation/delegation-page.js'), 'DelegationPage'),
});

/** What everybody has for themselves. */
export const accountRoutes = [accountRoute, delegationRoute] as const;
