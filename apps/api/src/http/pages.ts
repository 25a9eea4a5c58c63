import { resolve } from 'node:path'
import serveStatic from '@fastify/static'
import type { App } from './edge.ts'

/** The built pages. Files with a hash in their name never change; the page itself is fetched each time. */
export async function registerPages(app: App): Promise<void> {
  const { pagesDirectory } = app.edge.platform.settings
  if (pagesDirectory === null) return
  await app.register(serveStatic, {
    root: resolve(pagesDirectory),
    wildcard: false,
    etag: false,
    lastModified: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
