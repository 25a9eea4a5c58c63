import type { UseFormReturnType } from '@mantine/form'
import { useTranslations } from 'use-intl'
import { SelectField } from '../../ui/select-field.tsx'
import type { Policy } from './policy-query.ts'
import { ABSOLUTE_CHOICES, choicesWith, IDLE_CHOICES, PASSWORD_CHOICES, type PolicyValues } from './policy-values.ts'

type LimitFieldsProps = { form: UseFormReturnType<PolicyValues>; policy: Policy }

/** How long a session lasts, and how long a password is. */
export function LimitFields({ form, policy }: LimitFieldsProps) {
  const t = useTranslations('policy')
  return (
    <>
      <SelectField
        {...form.getInputProps('idleMinutes')}
        name="idleMinutes"
        label={t('idle')}
        data={options(choicesWith(IDLE_CHOICES, policy.idleMinutes), (minutes) => t('idleOption', { minutes }))}
      />
      <SelectField
        {...form.getInputProps('absoluteHours')}
        name="absoluteHours"
        label={t('absolute')}
        data={options(choicesWith(ABSOLUTE_CHOICES, policy.absoluteHours), (hours) => t('absoluteOption', { hours }))}
      />
      <SelectField
        {...form.getInputProps('passwordMin')}
        name="passwordMin"
        label={t('passwordMin')}
        hint={t('passwordMinHint')}
        data={options(choicesWith(PASSWORD_CHOICES, policy.passwordMin), (count) =>
          t('passwordMinOption', { count: String(count) }),
        )}
      />
    </>
  )
}

function options(choices: readonly number[], text: (choice: number) => string) {
  return choices.map((choice) => ({ value: String(choice), label: text(choice) }))
}
