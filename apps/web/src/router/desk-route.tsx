import { createRoute, redirect } from '@tanstack/react-router';
import { Frame } from '../shell/frame.js';
import { rootRoute } from './root-route.js';
import { sessionOrSignIn, wayBack } from './session-or-sign-in.js';

/** The frame around every page of somebody who is signed in. */
export const deskRoute = createRoute({
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
