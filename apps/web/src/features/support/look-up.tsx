import { support } from '@keyholder/contracts'
import { readSupportCode } from '@keyholder/domain'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { Form } from '../../ui/form.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { SpelledCodeField } from '../../ui/text-field.tsx'
import type { Found } from './explain-reason.ts'
import { FoundReason } from './found-reason.tsx'

/** Finds why a user cannot sign in, by the code that they read out. */
export function LookUp() {
  const t = useTranslations('support')
  const [found, setFound] = useState<Found>()
  const { field, busy, props } = useLookUpForm(setFound)
  return (
    <>
      <Form {...props}>
        <SpelledCodeField {...field('code')} label={t('code')} hint={t('codeHint')} />
        <SubmitButton busy={busy}>{t('submit')}</SubmitButton>
      </Form>
      {found && <FoundReason found={found} />}
    </>
  )
}

function useLookUpForm(onFound: (found: Found | undefined) => void) {
  const t = useTranslations('support')
  return useContractForm({
    body: support.lookUp.body,
    initialValues: { code: '' },
    texts: { code: { missing: t('missing'), wrong: t('typing') } },
    check: ({ code }) => {
      if (code.trim() === '') return { code: t('missing') }
      // Its check letter tells a slip of the tongue from a code that does not exist.
      return { code: readSupportCode(code) === null ? t('typing') : null }
    },
    send: async (body) => {
      onFound(undefined)
      onFound(await api.support.lookUp({ body }))
    },
    atField: (error) => ({ code: problemCode(error) === 'support_code.not_found' ? t('notFound') : null }),
    problemText: useProblemText(),
  })
}
