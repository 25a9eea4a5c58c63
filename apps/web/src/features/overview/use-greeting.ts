import { useFormatter, useTranslations } from 'use-intl'
import { useSession } from '../../client/use-session.ts'
import { firstName, greetingAt } from './greeting.ts'

/** "Goedemorgen, Fatima", by the clock in the Netherlands. */
export function useGreeting(): string {
  const t = useTranslations('overview.greeting')
  const formatter = useFormatter()
  const { user } = useSession()
  const hour = Number.parseInt(formatter.dateTime(new Date(), { hour: '2-digit', hourCycle: 'h23' }), 10)
  return t(greetingAt(hour), { name: firstName(user.name) })
}
