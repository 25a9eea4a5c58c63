import { signIn } from '@keyholder/contracts'
import { readRecoveryCode } from '@keyholder/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { problemCode, problemReason } from '../../../client/errors.ts'
import { useContractForm } from '../../../client/use-contract-form.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { SpelledCodeField } from '../../../ui/text-field.tsx'
import type { SignInFlow } from '../sign-in-flow.ts'
import { showRecoveryCode } from './recovery-code-query.ts'

/** The recovery code signs in and is replaced at once: the next page shows the new one. A typing error costs no try. */
export function RecoveryCodeForm({ flow }: { flow: SignInFlow }) {
  const t = useTranslations('signInSteps')
  const { field, busy, props } = useRecoveryCodeForm(flow)
  return (
    <>
      <p>{t('recovery.intro')}</p>
      <Form {...props}>
        <SpelledCodeField {...field('code')} label={t('recovery.label')} hint={t('recovery.hint')} maxLength={100} />
        <Button type="submit" wide busy={busy}>
          {t('code.submit')}
        </Button>
      </Form>
      <p>{t('recovery.lost')}</p>
    </>
  )
}

function useRecoveryCodeForm({ call, onStep, problemText }: SignInFlow) {
  const t = useTranslations('signInSteps.recovery')
  const client = useQueryClient()
  return useContractForm({
    body: signIn.recoveryCode.body,
    initialValues: { code: '' },
    texts: { code: { missing: t('missing'), wrong: t('typing') } },
    check: ({ code }) => {
      if (code.trim() === '') return { code: t('missing') }
      return { code: 'typingError' in readRecoveryCode(code) ? t('typing') : null }
    },
    send: async (body) => {
      const { step, recoveryCode } = await call(() => api.signIn.recoveryCode({ body }))
      showRecoveryCode(client, { code: recoveryCode, why: 'used' })
      await onStep(step)
    },
    atField: (error) => {
      if (problemCode(error) !== 'code.wrong') return {}
      return { code: t(problemReason(error) === 'typing' ? 'typing' : 'wrong') }
    },
    problemText,
  })
}
