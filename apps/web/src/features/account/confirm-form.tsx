import { normaliseCode } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { problemCode } from '../../app/errors.ts'
import { useFresh } from '../../app/session.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CodeInput } from '../../ui/code-input.tsx'
import { Form } from '../../ui/form.tsx'
import classes from './account.module.css'
import { writePlace } from './account-part.ts'
import type { Authenticator } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

type ConfirmFormProps = {
  id: string
  onLinked: (authenticator: Authenticator) => Promise<void>
  onExpired: () => void
}

/** One correct code of the new app links it. */
export function ConfirmForm({ id, onLinked, onExpired }: ConfirmFormProps) {
  const t = useTranslations('account.link')
  const problemText = useAccountProblem()
  const fresh = useFresh()
  const [wrongCodes, setWrongCodes] = useState(0)
  const confirm = useMutation({
    mutationFn: (code: string) => fresh(() => api.account.confirmAuthenticator({ params: { id }, body: { code } })),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (value) => (normaliseCode(value) === null ? t('codeMissing') : null) },
  })
  const send = async ({ code }: { code: string }) => {
    try {
      await onLinked(await confirm.mutateAsync(code))
    } catch (error) {
      if (problemCode(error) === 'enrolment.expired') return onExpired()
      if (problemCode(error) !== 'code.wrong') return
      form.setFieldValue('code', '')
      form.setErrors({ code: t(wrongCodes === 0 ? 'codeWrong' : 'codeWrongAgain') })
      setWrongCodes((count) => count + 1)
    }
  }
  // A wrong code is told at the field.
  const problem = problemCode(confirm.error) === 'code.wrong' ? undefined : problemText(confirm.error)
  return (
    <Form form={form} onSubmit={send} problem={problem}>
      <CodeInput
        {...form.getInputProps('code')}
        key={form.key('code')}
        name="code"
        label={t('code')}
        hint={t('codeHint')}
      />
      <div className={classes.actions}>
        <Button type="submit" busy={confirm.isPending}>
          {t('submit')}
        </Button>
        <ButtonLink to={writePlace({ part: 'tweede-stap' })} look="secondary">
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}
