import { useFormatter } from 'use-intl'
import type { formats } from '../messages/formats.ts'

type DateTimeProps = { at: Date | string; format?: keyof typeof formats.dateTime }

/** An instant, in Dutch time and in the person's language. */
export function DateTime({ at, format = 'dateTime' }: DateTimeProps) {
  const formatter = useFormatter()
  const instant = new Date(at)
  return <time dateTime={instant.toISOString()}>{formatter.dateTime(instant, format)}</time>
}
