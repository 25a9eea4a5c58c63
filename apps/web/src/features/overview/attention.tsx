import type { To } from 'react-router'
import { useFormatter, useTranslations } from 'use-intl'
import { CountCard } from '../../ui/count-card.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './overview.module.css'

const KINDS = ['withoutSecondStep', 'longAbsent', 'openInvitations'] as const
const COUNTED_UP_TO = 1000

type AttentionProps = {
  /** Null where they may not be known. Counted up to a thousand: that many may be more. */
  counts: Record<(typeof KINDS)[number], number | null>
  /** Where those are that were counted. */
  lists: Record<(typeof KINDS)[number], To>
}

/** Who needs a hand, in three numbers. */
export function Attention({ counts, lists }: AttentionProps) {
  const t = useTranslations('overview')
  const formatter = useFormatter()
  const known = KINDS.flatMap((kind) => {
    const count = counts[kind]
    return count === null ? [] : [{ kind, count }]
  })
  if (known.length === 0) return null
  return (
    <Section title={t('attention')} intro={<p>{t('attentionIntro')}</p>}>
      <ul className={classes.cards}>
        {known.map(({ kind, count }) => (
          <li key={kind}>
            <CountCard
              count={`${formatter.number(count)}${count >= COUNTED_UP_TO ? '+' : ''}`}
              label={t(kind, { count })}
              to={lists[kind]}
              quiet={count === 0}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
