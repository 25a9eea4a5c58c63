import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useFresh } from '../../client/step-up.ts'
import { Form } from '../../ui/form.tsx'
import { makePasskey } from '../../ui/make-passkey.ts'
import { Page } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDeviceName } from '../../ui/use-device-name.ts'
import { LinkActions } from './link-actions.tsx'
import { nameProblem } from './name-problem.ts'
import { useAccountProblem } from './use-account-problem.ts'
import { LIST, useLinked } from './use-linked.ts'

/** Links a passkey: a name, and then the browser's own dialog. */
export function LinkPasskey({ onLinked }: { onLinked: (outcome: string) => void }) {
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
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const linked = useLinked(onLinked)
  const deviceName = useDeviceName()
  const make = useMakePasskey()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: deviceName(navigator.userAgent) },
    validate: {
      name: (value) => {
        const problem = nameProblem(value)
        return problem && t(`passkey.${problem}`)
      },
    },
  })
  const send = async (values: { name: string }) => {
    const made = await make.mutateAsync(values.name).catch(() => undefined) // shown by the form
    if (made) await linked(t('passkey.linkedNow', { name: made.name }))
  }
  return (
    <Form form={form} onSubmit={send} problem={problemText(make.error)}>
      <TextField
        {...form.getInputProps('name')}
        key={form.key('name')}
        name="name"
        label={t('passkey.name')}
        hint={t('passkey.nameHint')}
        autoComplete="off"
      />
      <p>{t('passkey.next')}</p>
      <LinkActions label={t('passkey.submit')} busy={make.isPending} />
    </Form>
  )
}

function useMakePasskey() {
  const fresh = useFresh()
  return useMutation({
    mutationFn: async (name: string) => {
      const passkey = await makePasskey(await fresh(() => api.account.startPasskey()))
      return fresh(() => api.account.confirmPasskey({ body: { name, passkey } }))
    },
  })
}
