import type { Permission } from '@keyholder/domain'
import type { ComponentType } from 'react'
import { createBrowserRouter, matchRoutes, type RouteObject } from 'react-router'
import { takeLinkToken } from '../features/links/link-token.ts'
import { needMessages } from '../messages/catalogue.ts'
import { SignInPage } from '../routes/sign-in.tsx'
import { LoadingSkeleton } from '../ui/loading-skeleton.tsx'
import { ErrorPage, FailedPage } from './error-page.tsx'
import { guest, may, signedIn, whenSignedIn } from './guards.ts'
import { OutsideLayout } from './outside-layout.tsx'
import { RootLayout } from './root-layout.tsx'

type Load = () => Promise<ComponentType>

/** Behind the sign-in. */
const inside: RouteObject[] = [
  page('/', async () => (await import('../routes/overview.tsx')).OverviewPage),
  page('/users', async () => (await import('../routes/users.tsx')).UsersPage, 'users:read'),
  page('/users/invite', async () => (await import('../routes/invite-user.tsx')).InviteUserPage, 'users:invite'),
  page(
    '/users/new-api-user',
    async () => (await import('../routes/new-api-user.tsx')).NewApiUserPage,
    'api-users:manage',
  ),
  page('/users/support-code', async () => (await import('../routes/support.tsx')).SupportPage, 'users:read'),
  page('/users/:id', async () => (await import('../routes/user.tsx')).UserPage, 'users:read'),
  page('/roles', async () => (await import('../routes/roles.tsx')).RolesPage, 'roles:read'),
  page('/policy', async () => (await import('../routes/policy.tsx')).PolicyPage, 'policy:read'),
  page('/audit', async () => (await import('../routes/audit.tsx')).AuditPage, 'audit:read'),
  page(
    '/account',
    choosing(async () => (await import('../routes/account.tsx')).AccountPage),
  ),
  page('/platform', async () => (await import('../routes/operators.tsx')).OperatorsPage, 'platform:read'),
]

/** What arrives by mail. */
const links: RouteObject[] = [
  step('/forgot-password', async () => (await import('../routes/forgot-password.tsx')).ForgotPasswordPage),
  step(
    '/reset-password',
    choosing(async () => (await import('../routes/reset-password.tsx')).ResetPasswordPage),
  ),
  step(
    '/invitation',
    choosing(async () => (await import('../routes/invitation.tsx')).InvitationPage),
  ),
  step('/not-me', async () => (await import('../routes/not-me.tsx')).NotMePage),
  step('/stop-email-change', async () => (await import('../routes/stop-email-change.tsx')).StopEmailChangePage),
  step('/confirm-email', async () => (await import('../routes/confirm-email.tsx')).ConfirmEmailPage),
  step('/api-credential', async () => (await import('../routes/api-credential.tsx')).ApiCredentialPage),
]

const signIn: RouteObject[] = [
  {
    path: '/sign-in',
    // The one page that is not loaded when it is visited: nearly everybody begins here, and the others need most of its parts.
    Component: SignInPage,
    loader: guest((pathname) => matchRoutes([...inside, ...links], pathname) !== null),
  },
  step('/sign-in/code', async () => (await import('../routes/sign-in-code.tsx')).SignInCodePage),
  step('/sign-in/relink', async () => (await import('../routes/sign-in-relink.tsx')).SignInRelinkPage),
  step('/sign-in/link', async () => (await import('../routes/sign-in-link.tsx')).SignInLinkPage),
  step(
    '/sign-in/recovery-code',
    async () => (await import('../routes/sign-in-recovery-code.tsx')).SignInRecoveryCodePage,
  ),
]

// Before anything reads the address, and before anybody looks at it.
takeLinkToken()

/** Every address of the pages. Each page is loaded when it is first visited. */
export const router = createBrowserRouter([
  {
    Component: RootLayout,
    ErrorBoundary: ErrorPage,
    HydrateFallback: LoadingSkeleton,
    children: [
      {
        loader: signedIn,
        children: [
          {
            lazy: whenSignedIn(async () => {
              const [{ InsideLayout }] = await Promise.all([
                import('./inside-layout.tsx'),
                needMessages('inside'),
                needMessages('proving'),
              ])
              return { Component: InsideLayout }
            }),
            children: [{ ErrorBoundary: FailedPage, children: inside }],
          },
        ],
      },
      {
        Component: OutsideLayout,
        children: [
          ...signIn,
          ...links,
          outsidePage('*', async () => (await import('../routes/not-found.tsx')).NotFoundPage),
        ],
      },
    ],
  },
])

function page(path: string, load: Load, permission?: Permission): RouteObject {
  return { path, loader: may(permission), lazy: whenSignedIn(async () => ({ Component: await load() })) }
}

/** A page that is not the first: its texts come with it. */
function step(path: string, load: Load): RouteObject {
  return outsidePage(path, async () => {
    const [Component] = await Promise.all([load(), needMessages('steps'), needMessages('proving')])
    return Component
  })
}

/** A page for choosing a password. */
function choosing(load: Load): Load {
  return async () => {
    const [Component] = await Promise.all([load(), needMessages('choosing')])
    return Component
  }
}

function outsidePage(path: string, load: Load): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) }
}
