import { invitations } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { joinOrganisation } from './join-organisation.ts'

export const serveInvitations = (app: App) =>
  serve(app, invitations, { accept: acceptInvitation, join: joinOrganisation })
