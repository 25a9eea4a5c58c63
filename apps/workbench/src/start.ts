import { DEMONSTRATION, DEMONSTRATION_PASSWORD } from '@keyholder/api/seed-demonstration'
import { startNode, stopProcess, untilReady } from './child.ts'
import { apiEnvironment, type Development, readDevelopment } from './development.ts'
import { onStop, ROOT, sentence } from './process.ts'
import { startServices } from './services.ts'

/** `npm start`: the whole on one machine, with a demonstration in it. */
async function main(): Promise<void> {
  const development = await readDevelopment(process.env)
  const { ports } = development
  const services = await startServices(development)
  const api = startNode({ args: ['apps/api/src/main.ts'], cwd: ROOT, env: apiEnvironment(development, process.env) })
  onStop(async () => {
    await stopProcess(api)
    await services.stop()
  })
  try {
    await untilReady(`http://localhost:${ports.web}/readyz`, api)
  } catch (error) {
    await services.stop()
    throw error
  }
  api.on('exit', (code) => {
    // Ctrl+C reaches it too, and then it ends by itself and as it should.
    if (code === 0) return
    console.error('The API has stopped.')
    const end = () => process.exit(1)
    services.stop().then(end, end)
  })
  console.log(welcome(development))
}

function welcome({ publicUrl, ports, dataDirectory, notes }: Development): string {
  const [linde] = DEMONSTRATION
  const holderOf = (kind: string) => DEMONSTRATION.find((tenant) => tenant.package === kind)?.people[0]?.email
  const line = (who: string, email = '') => `  ${email.padEnd(30)} ${who}`
  return [
    '',
    ...notes,
    ...(notes.length > 0 ? [''] : []),
    `Keyholder   ${publicUrl}`,
    `Mailbox     http://localhost:${ports.mailbox}   (mails and text messages arrive here)`,
    `API         ${publicUrl}/api/docs`,
    '',
    `Sign in with the password "${DEMONSTRATION_PASSWORD}" and link an authenticator app:`,
    line('package holder of Zorggroep De Linde', linde?.people[0]?.email),
    line('administrator there', linde?.people[1]?.email),
    line('reader there', linde?.people[4]?.email),
    line('package holder with an entry package', holderOf('entry')),
    line('package holder with a provider package', holderOf('provider')),
    line('operator of the platform', 'olga@keyholder.example'),
    '',
    `Stop with Ctrl+C. The data stays in ${dataDirectory} until you remove that folder.`,
  ].join('\n')
}

main().catch((error: unknown) => {
  console.error(sentence(error))
  process.exit(1)
})
