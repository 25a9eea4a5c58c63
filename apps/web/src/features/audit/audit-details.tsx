import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { Dialog } from '../../ui/dialog.tsx'
import { AuditChanges } from './audit-changes.tsx'
import classes from './audit-details.module.css'
import { AuditFacts } from './audit-facts.tsx'
import type { AuditEvent } from './audit-query.ts'
import { auditSentence } from './audit-sentence.ts'
import { AuditTraces } from './audit-traces.tsx'
import { type AuditQuery, writeAuditQuery } from './read-audit-query.ts'

type AuditDetailsProps = {
  /** Which one; undefined while none is looked at. */
  event: AuditEvent | undefined
  /** What the log shows now. */
  query: AuditQuery
  onClose: () => void
  /** Told before the log is shown by another filter, chosen here. */
  onLeave: () => void
}

/** Everything that was kept of one event. */
export function AuditDetails({ event, query, onClose, onLeave }: AuditDetailsProps) {
  const leave = () => {
    onLeave()
    onClose()
  }
  const t = useTranslations('audit')
  return (
    <Dialog opened={event !== undefined} onClose={onClose} title={event ? auditSentence(event, t) : ''} side="end">
      {event && (
        <>
          <AuditFacts event={event} />
          <AuditChanges before={event.before} after={event.after} />
          <AuditTraces event={event} />
          <PeopleLinks event={event} query={query} onLeave={leave} />
        </>
      )}
    </Dialog>
  )
}

type PeopleLinksProps = { event: AuditEvent; query: AuditQuery; onLeave: () => void }

/** From one event to all others of the people in it. */
function PeopleLinks({ event: { actor, object }, query, onLeave }: PeopleLinksProps) {
  const t = useTranslations('audit.details')
  const users = [actor, object?.kind === 'user' ? object : null]
  const named = new Map(users.flatMap((user) => (user?.id && user.name ? [[user.id, user.name]] : [])))
  const here = writeAuditQuery(query).search
  const elsewhere = [...named].filter(([id]) => writeAuditQuery({ user: id }).search !== here)
  if (elsewhere.length === 0) return null
  return (
    <ul className={classes.people}>
      {elsewhere.map(([id, name]) => (
        <li key={id}>
          <Link to={writeAuditQuery({ user: id })} onClick={onLeave}>
            {t('ofActor', { name })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
