import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { BASE_PATH } from '@keyholder/contracts'
import { openApi } from '@keyholder/contracts/openapi'
import type { App } from './edge.ts'

// The viewer builds its page by script and sets styles as it goes; it gets a policy of its own and no other page does.
const VIEWER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `/api/openapi.json` from the contracts, and a readable page of it at `/api/docs`. */
export async function registerDocs(app: App): Promise<void> {
  const { publicUrl } = app.edge.platform.settings
  const document = openApi({ publicUrl })
  const text = JSON.stringify(document)
  app.get('/api/openapi.json', async (_, reply) => reply.type('application/json; charset=utf-8').send(text))
  await app.register(async (docs) => {
    // @ts-expect-error the plugin's types know OpenAPI 3.0; the document is 3.1.
    await docs.register(swagger, { mode: 'static', specification: { document } })
    docs.addHook('onSend', async (_, reply) => {
      reply.header('content-security-policy', VIEWER_POLICY)
    })
    await docs.register(swaggerUi, {
      routePrefix: '/api/docs',
      uiConfig: {
        validatorUrl: null,
        deepLinking: true,
        docExpansion: 'list',
        // Without the viewer's own bar: there is one document to look at.
        layout: 'BaseLayout',
        supportedSubmitMethods: [],
        url: '/api/openapi.json',
      },
      theme: { title: `Keyholder API ${BASE_PATH}` },
    })
  })
}
