import { policy } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { changePolicy } from './change-policy.ts'
import { previewPolicy } from './preview-policy.ts'
import { readPolicy } from './read-policy.ts'

export const servePolicy = (app: App) =>
  serve(app, policy, { read: readPolicy, preview: previewPolicy, change: changePolicy })
