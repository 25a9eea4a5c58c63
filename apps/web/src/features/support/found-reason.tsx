import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Details } from '../../ui/details.tsx'
import { FocusOnMount } from '../../ui/focus-on-mount.tsx'
import { Section } from '../../ui/section.tsx'
import { Stack } from '../../ui/stack.tsx'
import { explainReason, type Found, minutesOff } from './explain-reason.ts'

/** Who, since when, why, and what to do: where the code was found, and in the place of its focus. */
export function FoundReason({ found }: { found: Found }) {
  const t = useTranslations('support')
  const { name, userId, madeAt, at, by, offSeconds } = found
  const { reason, advice } = explainReason(found)
  // Which words are chosen depends on what is known: nothing is filled in that is not.
  const known = { name, by: by ?? '', at: new Date(at ?? madeAt), minutes: minutesOff(offSeconds) }
  return (
    <FocusOnMount>
      <Section title={t('result')}>
        <Stack>
          <Details
            items={[
              { term: t('who'), value: name },
              { term: t('when'), value: <DateTime at={madeAt} /> },
              { term: t('why'), value: t(`reason.${reason}`, known) },
              { term: t('next'), value: `${t(`advice.${advice}`, known)} ${t('check', { name })}` },
            ]}
          />
          <div>
            <ButtonLink to={`/users/${userId}`} look="secondary">
              {t('toUser', { name })}
            </ButtonLink>
          </div>
        </Stack>
      </Section>
    </FocusOnMount>
  )
}
