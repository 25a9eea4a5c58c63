import { createBrowserRouter, redirect } from 'react-router'
import { LoadingSkeleton } from '../ui/loading-skeleton.tsx'
import { ErrorPage } from './error-page.tsx'
import { OutsideLayout } from './outside-layout.tsx'
import { RootLayout } from './root-layout.tsx'

/** Every address of the pages. Each page is loaded when it is first visited. */
export const router = createBrowserRouter([
  {
    Component: RootLayout,
    ErrorBoundary: ErrorPage,
    HydrateFallback: LoadingSkeleton,
    children: [
      { index: true, loader: () => redirect('/sign-in') },
      {
        Component: OutsideLayout,
        children: [
          { path: 'sign-in', lazy: async () => ({ Component: (await import('../routes/sign-in.tsx')).SignInPage }) },
          { path: '*', lazy: async () => ({ Component: (await import('../routes/not-found.tsx')).NotFoundPage }) },
        ],
      },
    ],
  },
])
