import { Refusal } from './refusal.ts'

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/**
 * The mailbox holds sign-in links and needs no sign-in. A page elsewhere could point its own name at this
 * machine and read them (DNS rebinding), so on the loopback address only this machine's own names are answered.
 */
export function refuseForeignHost(host: string | undefined, listensOn: string): void {
  if (!LOOPBACK.includes(listensOn)) return
  const name = URL.parse(`http://${host ?? ''}`)?.hostname.replace(/^\[|\]$/g, '') ?? ''
  if (LOOPBACK.includes(name) || name.endsWith('.localhost')) return
  throw new Refusal(421, 'The mailbox answers on localhost only.')
}
