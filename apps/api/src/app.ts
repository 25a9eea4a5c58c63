import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { serveAccount } from './account/index.ts'
import { serveApiUsers } from './api-users/index.ts'
import { serveAudit } from './audit/index.ts'
import type { Platform } from './context.ts'
import { registerBodies } from './http/bodies.ts'
import { registerDocs } from './http/docs.ts'
import { registerHeaders } from './http/headers.ts'
import { registerHealth } from './http/health.ts'
import { createHeavyReads } from './http/heavy-reads.ts'
import { registerLimits } from './http/limits.ts'
import { registerLog, serverOptions } from './http/log.ts'
import { registerMetrics } from './http/metrics.ts'
import { registerNotFound } from './http/not-found.ts'
import { registerPages } from './http/pages.ts'
import { registerProblems } from './http/problems.ts'
import { registerSameSite } from './http/same-site.ts'
import type { App } from './http/serve.ts'
import { findAttempt } from './identity/attempts/attempts.ts'
import { findSessionActor } from './identity/rights/find-actor.ts'
import { serveInvitations } from './invitations/index.ts'
import { serveLinks } from './one-time-links/index.ts'
import { serveOperators } from './operators/index.ts'
import { servePasswordReset } from './password-reset/index.ts'
import { servePolicy } from './policy/index.ts'
import { serveReports } from './reports/index.ts'
import { serveRoles } from './roles/index.ts'
import { serveSession } from './session/index.ts'
import { serveSignIn } from './sign-in/index.ts'
import { serveSmsReports } from './sms-reports/index.ts'
import { serveSupport } from './support/index.ts'
import { serveTenant } from './tenants/index.ts'
import { findMachine } from './tokens/find-machine.ts'
import { registerJwt, serveTokens } from './tokens/index.ts'
import { serveUsers } from './users/index.ts'

/** The application: everything it serves, on one screen. The process around it is main.ts. */
export async function createApp(platform: Platform): Promise<App> {
  const app = fastify(serverOptions(platform))
  const { database, clock } = platform
  app.decorateRequest('caller', null)
  app.decorate('edge', {
    platform,
    routes: [],
    heavyReads: createHeavyReads(),
    guard: {
      findSession: (token) => findSessionActor(database.signIn, token, clock.now()),
      findAttempt: (token) => findAttempt(database.signIn, token, clock.now()),
      findMachine: (bearer) => findMachine({ jwt: app.jwt, platform }, bearer),
      now: () => clock.now(),
    },
  })
  registerLog(app)
  registerProblems(app)
  await registerHeaders(app)
  await app.register(cookie)
  await registerJwt(app)
  await registerLimits(app)
  await app.register(async (api) => {
    registerBodies(api)
    registerSameSite(api)
    serveSignIn(api)
    serveSession(api)
    serveAccount(api)
    serveLinks(api)
    serveInvitations(api)
    servePasswordReset(api)
    serveReports(api)
    serveUsers(api)
    serveRoles(api)
    serveTenant(api)
    servePolicy(api)
    serveSupport(api)
    serveOperators(api)
    serveAudit(api)
    serveApiUsers(api)
  })
  await serveTokens(app)
  await serveSmsReports(app)
  registerHealth(app, [
    {
      trouble: 'The keys do not open what the database holds: KEYS is not what it was.',
      check: () => platform.signingKeys.current(),
    },
  ])
  registerMetrics(app)
  await registerDocs(app)
  await registerPages(app)
  registerNotFound(app)
  return app
}
