import { Link } from 'react-router'
import { useFormatter, useTranslations } from 'use-intl'
import { Details } from '../../ui/details.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useDeviceName } from '../../ui/use-device-name.ts'
import { AuditChanges } from './audit-changes.tsx'
import classes from './audit-details.module.css'
import type { AuditEvent } from './audit-query.ts'
import { auditSentence } from './audit-sentence.ts'
import { objectText, reasonText } from './audit-words.ts'
import { OutcomeChip } from './outcome-chip.tsx'
import { writeAuditQuery } from './read-audit-query.ts'
import { useStoredText } from './use-stored-text.ts'

type AuditDetailsProps = {
  /** Which one; undefined while none is looked at. */
  event: AuditEvent | undefined
  onClose: () => void
  /** Told before the log is shown by another filter, chosen here. */
  onLeave: () => void
}

/** Everything that was kept of one event. */
export function AuditDetails({ event, onClose, onLeave }: AuditDetailsProps) {
  const leave = () => {
    onLeave()
    onClose()
  }
  const t = useTranslations('audit')
  return (
    <Dialog opened={event !== undefined} onClose={onClose} title={event ? auditSentence(event, t) : ''} side="end">
      {event && <Kept event={event} onLeave={leave} />}
    </Dialog>
  )
}

function Kept({ event, onLeave }: { event: AuditEvent; onLeave: () => void }) {
  const t = useTranslations('audit')
  const formatter = useFormatter()
  const deviceName = useDeviceName()
  const storedText = useStoredText()
  const { at, actor, object, outcome, reason, before, after, address, userAgent, requestId } = event
  const moment = formatter.dateTime(new Date(at), { dateStyle: 'full', timeStyle: 'medium' })
  const known = [
    { term: t('details.at'), value: <time dateTime={at}>{moment}</time> },
    { term: t('details.who'), value: actor?.name ?? t('details.nobody') },
    ...(actor?.role ? [{ term: t('details.role'), value: storedText('role', actor.role) }] : []),
    ...(actor?.factors ? [{ term: t('details.factors'), value: storedText('secondFactor', actor.factors) }] : []),
    { term: t('details.what'), value: t(`words.action.${event.action}`) },
    ...(object ? [{ term: t('details.object'), value: objectText(object, t) }] : []),
    { term: t('details.outcome'), value: <OutcomeChip outcome={outcome} /> },
    ...(reason ? [{ term: t('details.reason'), value: reasonText(reason, t) }] : []),
  ]
  const traces = [
    { term: t('details.address'), value: address ?? t('details.notKnown') },
    {
      term: t('details.device'),
      value: userAgent ? <Device name={deviceName(userAgent)} userAgent={userAgent} /> : t('details.notKnown'),
    },
    ...(requestId ? [{ term: t('details.requestId'), value: <code className={classes.code}>{requestId}</code> }] : []),
  ]
  return (
    <>
      <Details items={known} />
      <AuditChanges before={before} after={after} />
      <div>
        <Details items={traces} />
        {requestId && <p className={classes.soft}>{t('details.requestIdHint')}</p>}
      </div>
      <PeopleLinks event={event} onLeave={onLeave} />
    </>
  )
}

function Device({ name, userAgent }: { name: string; userAgent: string }) {
  return (
    <>
      {name}
      <br />
      <span className={classes.soft}>{userAgent}</span>
    </>
  )
}

/** From one event to all others of the people in it. */
function PeopleLinks({ event: { actor, object }, onLeave }: { event: AuditEvent; onLeave: () => void }) {
  const t = useTranslations('audit.details')
  const users = [actor, object?.kind === 'user' ? object : null]
  const named = new Map(users.flatMap((user) => (user?.id && user.name ? [[user.id, user.name]] : [])))
  if (named.size === 0) return null
  return (
    <ul className={classes.people}>
      {[...named].map(([id, name]) => (
        <li key={id}>
          <Link to={writeAuditQuery({ user: id })} onClick={onLeave}>
            {t('ofActor', { name })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
