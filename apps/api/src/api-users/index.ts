import { apiUsers } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { createApiUser } from './create-api-user.ts'
import { pickUpCredential } from './pick-up-credential.ts'
import { readApiUser } from './read-api-user.ts'
import { sendCredentialLink } from './send-credential-link.ts'

export const serveApiUsers = (app: App) =>
  serve(app, apiUsers, {
    create: createApiUser,
    read: readApiUser,
    sendCredentialLink,
    pickUpCredential,
  })
