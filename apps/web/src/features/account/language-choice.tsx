import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { sessionQuery } from '../../client/session.ts'
import { useSession } from '../../client/use-session.ts'
import type { Language } from '../../messages/messages.ts'
import { useLanguage } from '../../messages/use-language.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { useAccountProblem } from './use-account-problem.ts'

// Each in its own language, so that those who need it can read it.
const OPTIONS = [
  { value: 'nl', label: 'Nederlands' },
  { value: 'en', label: 'English' },
] as const

type LanguageChoiceProps = { onSave: () => void; onSaved: () => void }

/** The language of the pages and of the mails. It shows at once; when it cannot be kept, the choice goes back. */
export function LanguageChoice({ onSave, onSaved }: LanguageChoiceProps) {
  const t = useTranslations('account.profile')
  const problemText = useAccountProblem()
  const client = useQueryClient()
  const { setLanguage } = useLanguage()
  const { user } = useSession()
  const save = useMutation({
    onMutate: onSave,
    onSuccess: onSaved,
    mutationFn: async (wanted: Language) => {
      await api.account.change({ body: { language: wanted } })
      await setLanguage(wanted)
      await client.invalidateQueries(sessionQuery)
    },
  })
  return (
    <>
      <ProblemNotice>{save.isError && <p>{problemText(save.error)}</p>}</ProblemNotice>
      <RadioField
        name="language"
        label={t('language')}
        hint={t('languageHint')}
        options={OPTIONS}
        value={save.isPending ? save.variables : user.language}
        onChange={(wanted) => save.mutate(wanted)}
      />
    </>
  )
}
