import { useFormatter, useTranslations } from 'use-intl'
import { Details } from '../../ui/details.tsx'
import type { AuditEvent } from './audit-query.ts'
import { objectText, reasonText } from './audit-words.ts'
import { OutcomeChip } from './outcome-chip.tsx'
import { useStoredText } from './use-stored-text.ts'

/** When, who, what, and how it ended. */
export function AuditFacts({ event: { at, action, actor, object, outcome, reason } }: { event: AuditEvent }) {
  const t = useTranslations('audit')
  const formatter = useFormatter()
  const storedText = useStoredText()
  const moment = formatter.dateTime(new Date(at), { dateStyle: 'full', timeStyle: 'medium' })
  const facts = [
    { term: t('details.at'), value: <time dateTime={at}>{moment}</time> },
    { term: t('details.who'), value: actor?.name ?? t('details.nobody') },
    { term: t('details.role'), value: actor?.role && storedText('role', actor.role) },
    { term: t('details.factors'), value: actor?.factors && storedText('secondFactor', actor.factors) },
    { term: t('details.what'), value: t(`words.action.${action}`) },
    { term: t('details.object'), value: object && objectText(object, t) },
    { term: t('details.outcome'), value: <OutcomeChip outcome={outcome} /> },
    { term: t('details.reason'), value: reason && reasonText(reason, t) },
  ]
  return <Details items={facts.filter(({ value }) => value)} />
}
