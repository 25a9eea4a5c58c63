import { FACTOR_KINDS, type FactorKind } from '@keyholder/domain'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslations } from 'use-intl'
import { useSession } from '../../client/use-session.ts'
import { CheckGroup } from '../../ui/check-group.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PolicyValues } from './policy-values.ts'
import { useKinds } from './use-kinds.ts'

type AllowedFieldProps = { form: UseFormReturnType<PolicyValues>; possible: readonly FactorKind[] }

/** What may be used for the second step, of what the package has; and why the rest cannot be chosen. */
export function AllowedField({ form, possible }: AllowedFieldProps) {
  const t = useTranslations('policy')
  return (
    <>
      <CheckGroup
        name="allowed"
        label={t('allowed')}
        error={form.errors.allowed}
        options={possible.map((value) => ({ value, label: t(`kind.${value}`), hint: t(`kindHint.${value}`) }))}
        value={form.values.allowed}
        // In one order, however they were ticked: the same choice is counted once.
        onChange={(chosen) =>
          form.setFieldValue(
            'allowed',
            FACTOR_KINDS.filter((kind) => chosen.includes(kind)),
          )
        }
      />
      <NotPossible possible={possible} />
    </>
  )
}

function NotPossible({ possible }: { possible: readonly FactorKind[] }) {
  const t = useTranslations('policy')
  const packages = useTranslations('tenantPackage.kind')
  const kinds = useKinds()
  const { tenant } = useSession()
  const missing = FACTOR_KINDS.filter((kind) => !possible.includes(kind))
  if (missing.length === 0) return null
  return (
    <Notice tone="info" title={t('notPossible', { kinds: kinds(missing) })}>
      <p>{t('notPossibleText', { kind: packages(tenant.package) })}</p>
    </Notice>
  )
}
