import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Details } from '../../ui/details.tsx'
import hidden from '../../ui/visually-hidden.module.css'
import classes from './audit-details.module.css'
import type { AuditEvent } from './audit-query.ts'
import { fieldText } from './audit-words.ts'
import { changesOf } from './changes-of.ts'
import { useStoredText } from './use-stored-text.ts'

type AuditChangesProps = Pick<AuditEvent, 'before' | 'after'>

/** What was before and what came after, field by field; without a before, what was stored with the event. */
export function AuditChanges({ before, after }: AuditChangesProps) {
  const t = useTranslations('audit')
  const storedText = useStoredText()
  const id = useId()
  const changes = changesOf(before, after)
  if (changes.length === 0) return null
  const items = changes.map(({ field, was, is }) => ({
    term: fieldText(field, t),
    value: (
      <>
        {was !== null && (
          <>
            <span className={hidden.hidden}>{t('details.before')}: </span>
            <del className={classes.was}>{storedText(field, was)}</del>
            <span aria-hidden="true"> → </span>
            <span className={hidden.hidden}>, {t('details.after')}: </span>
          </>
        )}
        {is === null ? t('details.none') : storedText(field, is)}
      </>
    ),
  }))
  return (
    <section aria-labelledby={id}>
      <h3 className={classes.heading} id={id}>
        {t(before ? 'details.changes' : 'details.more')}
      </h3>
      <Details items={items} />
    </section>
  )
}
