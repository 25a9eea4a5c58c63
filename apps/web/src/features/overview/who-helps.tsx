import { useTranslations } from 'use-intl'
import { Section } from '../../ui/section.tsx'

/** For whoever administers nothing: the person to turn to. */
export function WhoHelps({ holder, organisation }: { holder: string; organisation: string }) {
  const t = useTranslations('overview')
  return (
    <Section title={t('help')}>
      <p>{t('helpText', { holder, organisation })}</p>
    </Section>
  )
}
