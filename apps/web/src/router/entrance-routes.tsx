import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { SignInPage } from '../session/sign-in-page.js';
import { signInSearch } from '../session/sign-in-search.js';
import { rootRoute } from './root-route.js';
import { sessionOrSignIn } from './session-or-sign-in.js';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: SignInPage,
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/set-up-page.js'), 'SetUpPage'),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../password/forgot-password-page.js'), 'ForgotPasswordPage'),
});

const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  component: lazyRouteComponent(() => import('../password/set-password-page.js'), 'SetPasswordPage'),
});

const mailboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('../mailbox/mailbox-page.js'), 'MailboxPage'),
});

const continueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/continue',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../session/continue-page.js'), 'ContinuePage'),
  beforeLoad: async ({ search: { back } }) => {
    const session = await sessionOrSignIn(back);
    if (session.needs === null) {
      // oxlint-disable-next-line typescript/only-throw-error -- the router takes a thrown redirect as its answer
      throw redirect({ href: back ?? '/', replace: true });
    }
  },
});

/** The pages before somebody is signed in. */
export const entranceRoutes = [
  signInRoute,
  setUpRoute,
  continueRoute,
  forgotPasswordRoute,
  mailboxRoute,
  setPasswordRoute,
] as const;
