import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AllowedField } from './allowed-field.tsx'
import { LimitFields } from './limit-fields.tsx'
import classes from './policy.module.css'
import { PolicyChanges } from './policy-changes.tsx'
import { PolicyEffect } from './policy-effect.tsx'
import { type PolicyFormProps, usePolicyForm } from './use-policy-form.ts'
import { usePolicyProblem } from './use-policy-problem.ts'

/** Chooses a policy: the effect is in sight first, then from when, and nothing changes before it has been confirmed. */
export function PolicyForm(about: PolicyFormProps) {
  const t = useTranslations('policy')
  const { policy } = about
  const problemText = usePolicyProblem()
  const { form, props, preview, taken, touched, asked, busy, days, asksDay } = usePolicyForm(about)
  const mayBeAlone = form.values.allowed.includes('passkey')
  return (
    <div className={classes.fields}>
      <Form {...props}>
        <AllowedField form={form} possible={policy.possible} />
        {preview.isEnabled && (
          <PolicyEffect preview={preview.data} problem={problemText(preview.error)} taken={taken} />
        )}
        {asksDay && (
          <TextField
            {...form.getInputProps('day')}
            name="day"
            label={t('day')}
            hint={t('dayHint')}
            type="date"
            min={days.from}
            max={days.to}
          />
        )}
        <CheckField
          {...form.getInputProps('passkeyAlone', { type: 'checkbox' })}
          checked={form.values.passkeyAlone && mayBeAlone}
          disabled={!mayBeAlone}
          name="passkeyAlone"
          label={t('passkeyAlone')}
          hint={t(mayBeAlone ? 'passkeyAloneHint' : 'passkeyAloneNeeds')}
        />
        <LimitFields form={form} policy={policy} />
        <div>
          <Button type="submit">{t('save')}</Button>
        </div>
      </Form>
      <ConfirmDialog
        opened={asked !== undefined}
        title={t('askTitle')}
        confirmLabel={t('askConfirm')}
        tone={taken.length > 0 ? 'danger' : 'primary'}
        busy={busy}
        onConfirm={() => asked?.answer(true)}
        onCancel={() => asked?.answer(false)}
      >
        {asked && <PolicyChanges choice={asked.choice} policy={policy} touched={touched} />}
      </ConfirmDialog>
    </div>
  )
}
