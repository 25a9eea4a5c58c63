import { SCOPES } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Email, Id, Instant, LanguageField, LinkToken, Name } from './fields.ts'
import { User } from './users.ts'

const Scopes = z.array(z.enum(SCOPES)).check(z.minLength(1, 'required'), z.maxLength(SCOPES.length))

const ApiUser = z.object({
  id: Id,
  name: z.string(),
  responsible: z.string(),
  contactEmail: z.string(),
  scopes: Scopes,
  /** Null until the contact has picked the credential up. The secret itself is never shown again. */
  credential: z.nullable(
    z.object({ clientId: z.string(), lastFour: z.string(), createdAt: Instant, lastUsedAt: z.nullable(Instant) }),
  ),
  linkExpiresAt: z.nullable(Instant),
})

const params = { id: Id }

export const apiUsers = {
  create: endpoint({
    method: 'POST',
    path: '/api-users',
    access: 'can:api-users:manage',
    summary: 'Create an API user; its contact gets a one-time link to the credential',
    fresh: true,
    body: z.strictObject({
      name: Name,
      responsible: Name,
      contactEmail: Email,
      language: LanguageField,
      scopes: Scopes,
    }),
    status: 201,
    returns: User,
    fails: ['package.has_no_users', 'scope.not_grantable', 'request.too_many'],
    records: ['api-user.created'],
  }),
  read: endpoint({
    method: 'GET',
    path: '/api-users/:id',
    access: 'can:api-users:manage',
    summary: 'Read one API user',
    params,
    returns: ApiUser,
    fails: ['user.not_found'],
  }),
  sendCredentialLink: endpoint({
    method: 'POST',
    path: '/api-users/:id/credential-link',
    access: 'can:api-users:manage',
    summary: 'Send a new one-time link; the credential picked up with it replaces the earlier one',
    fresh: true,
    params,
    returns: ApiUser,
    fails: ['user.not_found', 'user.wrong_status', 'user.outranks_you', 'scope.not_grantable', 'request.too_many'],
    records: ['api-user.credential-link-sent'],
  }),
  pickUpCredential: endpoint({
    method: 'POST',
    path: '/api-credentials/pick-up',
    access: 'public',
    summary: 'Pick up the client id and secret: shown only once',
    body: z.strictObject({ token: LinkToken }),
    returns: z.object({
      clientId: z.string(),
      clientSecret: z.string(),
      tokenEndpoint: z.string(),
      apiBase: z.string(),
      scopes: Scopes,
    }),
    fails: ['link.gone'],
    showsOnce: ['clientSecret'],
    records: ['api-user.credential-picked-up'],
    perMinute: 20,
  }),
}
