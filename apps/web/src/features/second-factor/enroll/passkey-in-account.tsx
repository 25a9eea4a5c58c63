import { account } from '@keyholder/contracts'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { makePasskey } from '../../../client/make-passkey.ts'
import { useFresh } from '../../../client/step-up.ts'
import { useContractForm } from '../../../client/use-contract-form.ts'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useDeviceName } from '../../../ui/use-device-name.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import { LinkActions } from './link-actions.tsx'
import { LIST, useLinked } from './use-linked.ts'

/** Links a passkey: a name, and then the browser's own dialog. */
export function PasskeyInAccount({ onLinked }: { onLinked: (outcome: string) => void }) {
  const t = useTranslations('account')
  return (
    <Page
      place="passkey"
      title={t('passkey.title')}
      intro={<p>{t('passkey.intro')}</p>}
      back={{ to: LIST, label: t('link.back') }}
    >
      <PasskeyForm onLinked={onLinked} />
    </Page>
  )
}

function PasskeyForm({ onLinked }: { onLinked: (outcome: string) => void }) {
  const t = useTranslations('account.passkey')
  const linked = useLinked(onLinked)
  const deviceName = useDeviceName()
  const fresh = useFresh()
  const { field, busy, props } = useContractForm({
    body: account.confirmPasskey.body,
    initialValues: { name: deviceName(navigator.userAgent) },
    texts: { name: { missing: t('nameMissing'), wrong: t('nameWrong') } },
    send: async ({ name }) => {
      const passkey = await makePasskey(await fresh(() => api.account.startPasskey()))
      const made = await fresh(() => api.account.confirmPasskey({ body: { name, passkey } }))
      await linked(t('linkedNow', { name: made.name }))
    },
    problemText: useFactorProblem(),
  })
  return (
    <Form {...props}>
      <TextField {...field('name')} label={t('name')} hint={t('nameHint')} autoComplete="off" />
      <p>{t('next')}</p>
      <LinkActions label={t('submit')} busy={busy} />
    </Form>
  )
}
