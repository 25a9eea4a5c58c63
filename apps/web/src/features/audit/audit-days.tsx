import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { DateTime } from '../../ui/date-time.tsx'
import classes from './audit-days.module.css'
import type { AuditEvent } from './audit-query.ts'
import { auditSentence } from './audit-sentence.ts'
import { OutcomeChip } from './outcome-chip.tsx'

type AuditDaysProps = { events: readonly AuditEvent[]; onOpen: (event: AuditEvent) => void }

/** Events under the day on which they happened, a sentence each. */
export function AuditDays({ events, onOpen }: AuditDaysProps) {
  const formatter = useFormatter()
  const days = new Map<string, AuditEvent[]>()
  for (const event of events) {
    const day = formatter.dateTime(new Date(event.at), DAY)
    days.set(day, [...(days.get(day) ?? []), event])
  }
  return [...days].map(([day, happened]) => <Day key={day} day={day} events={happened} onOpen={onOpen} />)
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

function Day({ day, events, onOpen }: AuditDaysProps & { day: string }) {
  const t = useTranslations('audit')
  const id = useId()
  return (
    <section className={classes.day} aria-labelledby={id}>
      <h2 className={classes.date} id={id}>
        {day}
      </h2>
      <ol className={classes.events}>
        {events.map((event) => (
          <li key={event.id}>
            <button type="button" className={classes.event} aria-haspopup="dialog" onClick={() => onOpen(event)}>
              <span className={classes.time}>
                <DateTime at={event.at} format="time" />
              </span>
              <span className={classes.what}>
                <span className={classes.sentence}>{auditSentence(event, t)}</span>
                {event.outcome !== 'success' && <OutcomeChip outcome={event.outcome} />}
              </span>
              <IconChevronRight className={classes.open ?? ''} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
