import { useMantineColorScheme } from '@mantine/core'
import { startTransition, useOptimistic } from 'react'
import { useTranslations } from 'use-intl'
import type { Language } from '../messages/messages.ts'
import { useLanguage } from '../messages/use-language.ts'
import { announce } from '../ui/announcer.tsx'
import { ChoicePills } from '../ui/choice-pills.tsx'

// Each in its own language, so that those who need it can read it.
const LANGUAGE_OPTIONS = [
  { value: 'nl', label: 'Nederlands', lang: 'nl' },
  { value: 'en', label: 'English', lang: 'en' },
] as const

type PreferencesProps = {
  /** Where a chosen language is kept besides this device. */
  onLanguage?: (language: Language) => Promise<unknown>
}

/** Language and appearance, kept on this device. */
export function Preferences({ onLanguage }: PreferencesProps) {
  const t = useTranslations('app')
  const { language, setLanguage } = useLanguage()
  // The choice shows at once, the texts follow when they are there; without them it goes back.
  const [shown, show] = useOptimistic(language)
  const choose = (chosen: Language) =>
    startTransition(async () => {
      show(chosen)
      try {
        await setLanguage(chosen)
        await onLanguage?.(chosen)
      } catch {
        announce(t('languageFailed'))
      }
    })
  // Without keepTransitions Mantine would write a <style> element, which Trusted Types and the CSP refuse.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const appearances = [
    { value: 'light', label: t('light') },
    { value: 'dark', label: t('dark') },
    { value: 'auto', label: t('system') },
  ] as const
  return (
    <>
      <ChoicePills legend={t('language')} options={LANGUAGE_OPTIONS} value={shown} onChange={choose} />
      <ChoicePills legend={t('appearance')} options={appearances} value={colorScheme} onChange={setColorScheme} />
    </>
  )
}
