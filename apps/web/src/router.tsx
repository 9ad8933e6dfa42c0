import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { accountRoutes } from './router/account-routes.js';
import { administrationRoutes } from './router/administration-routes.js';
import { deskRoute } from './router/desk-route.js';
import { entranceRoutes } from './router/entrance-routes.js';
import { rootRoute } from './router/root-route.js';
import { workRoutes } from './router/work-routes.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { PageFault } from './shell/page-fault.js';
import { homeOf } from './shell/places.js';

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router takes a thrown redirect as its answer
    throw redirect({ ...homeOf(context.session.post.role), replace: true });
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...entranceRoutes,
    deskRoute.addChildren([homeRoute, ...workRoutes, ...administrationRoutes, ...accountRoutes]),
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
