import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../client/api.ts'
import { sessionQuery } from '../client/session.ts'
import type { Language } from '../messages/messages.ts'
import { useLanguage } from '../messages/use-language.ts'
import { announce } from '../ui/announcer.tsx'

/** Shows the texts in the language of the account, and keeps a language chosen here with the account, where mails follow it too. */
export function useAccountLanguage(language: Language) {
  const t = useTranslations('app')
  const client = useQueryClient()
  const { setLanguage } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another language is a reason, not another sentence.
  useEffect(() => {
    setLanguage(language).catch(() => announce(t('languageFailed')))
  }, [language])
  const saveLanguage = async (chosen: Language) => {
    await api.account.change({ body: { language: chosen } })
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return { saveLanguage }
}
