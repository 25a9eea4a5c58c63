import { startNode, stopProcess, untilReady } from './child.ts'
import { apiEnvironment, readDevelopment } from './development.ts'
import { firstFreePort } from './free-ports.ts'
import { onStop, ROOT, sentence } from './process.ts'
import { startServices } from './services.ts'

const API_PORT = 3001

/** `npm run dev`: as `npm start`, with pages and API that reload when a file changes. */
async function main(): Promise<void> {
  const development = await readDevelopment(process.env)
  const { ports, publicUrl, notes } = development
  const services = await startServices(development)
  const apiPort = Number(process.env.API_PORT ?? (await firstFreePort(API_PORT, Object.values(ports))))
  const env = { ...apiEnvironment(development, process.env), PORT: String(apiPort), LOG_LEVEL: 'info' }
  const api = startNode({ args: ['--watch', '--watch-preserve-output', 'apps/api/src/main.ts'], cwd: ROOT, env })
  const pages = startNode({
    args: ['node_modules/vite/bin/vite.js', '--port', String(ports.web), '--strictPort'],
    cwd: `${ROOT}/apps/web`,
    env: { API_URL: `http://127.0.0.1:${apiPort}` },
  })
  onStop(async () => {
    await Promise.all([stopProcess(pages), stopProcess(api)])
    await services.stop()
  })
  await untilReady(`http://127.0.0.1:${apiPort}/readyz`, api)
  console.log(['', ...notes].join('\n'))
  console.log(`\nPages  ${publicUrl}\nMail   http://localhost:${ports.mailbox}\n`)
}

main().catch((error: unknown) => {
  console.error(sentence(error))
  process.exit(1)
})
