import { account } from '@keyholder/contracts'
import { useTranslations } from 'use-intl'
import { useContractForm } from '../../../client/use-contract-form.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { Form } from '../../../ui/form.tsx'

type ConfirmSavedFormProps = {
  submitLabel: string
  /** Tells the server; rejects with the problem. */
  send: () => Promise<unknown>
  problemText: (error: unknown) => string | undefined
}

/** Asks the user to confirm that the code is saved before they go on. */
export function ConfirmSavedForm({ submitLabel, send, problemText }: ConfirmSavedFormProps) {
  const t = useTranslations('recoveryCode')
  const { form, busy, props } = useContractForm({
    body: account.keepRecoveryCode.body, // that of the sign-in is the same
    initialValues: { kept: false },
    texts: { kept: t('keptMissing') },
    send,
    problemText,
  })
  return (
    <Form {...props}>
      <CheckField {...form.getInputProps('kept', { type: 'checkbox' })} name="kept" label={t('kept')} />
      <Button type="submit" wide busy={busy}>
        {submitLabel}
      </Button>
    </Form>
  )
}
