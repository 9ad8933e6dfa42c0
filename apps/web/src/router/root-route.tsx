import { createRootRoute, Outlet } from '@tanstack/react-router';
import { NotFoundPage } from '../shell/not-found-page.js';
import { PageFault } from '../shell/page-fault.js';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: PageFault,
});
