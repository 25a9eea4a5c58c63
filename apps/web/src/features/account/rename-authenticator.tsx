import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { problemCode } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Authenticator, authenticatorsQuery } from './account-queries.ts'
import { nameProblem } from './name-problem.ts'
import { useAccountProblem } from './use-account-problem.ts'

type RenameAuthenticatorProps = {
  /** Which one; undefined while none is being named. */
  authenticator: Authenticator | undefined
  onClose: (outcome?: string) => void
}

export function RenameAuthenticator({ authenticator, onClose }: RenameAuthenticatorProps) {
  const t = useTranslations('account.authenticators')
  const title = t('renameTitle', { name: authenticator?.name ?? '' })
  return (
    <Dialog opened={authenticator !== undefined} onClose={() => onClose()} title={title}>
      {authenticator && <RenameForm authenticator={authenticator} onClose={onClose} />}
    </Dialog>
  )
}

function RenameForm({ authenticator, onClose }: RenameAuthenticatorProps & { authenticator: Authenticator }) {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  // Read by the dialog, which opens after this.
  useEffect(() => {
    if (field.current) field.current.autofocus = true
  }, [])
  const rename = useMutation({
    mutationFn: (name: string) => api.account.renameAuthenticator({ params: { id: authenticator.id }, body: { name } }),
    onSettled: () => client.invalidateQueries(authenticatorsQuery),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: authenticator.name },
    validate: {
      name: (value) => {
        const problem = nameProblem(value)
        return problem && t(`link.${problem}`)
      },
    },
  })
  const send = async ({ name }: { name: string }) => {
    try {
      const renamed = await rename.mutateAsync(name)
      onClose(t('authenticators.renamedNow', { name: renamed.name }))
    } catch (error) {
      if (problemCode(error) === 'request.not_found') onClose(t('authenticators.gone'))
    }
  }
  return (
    <Form form={form} onSubmit={send} problem={problemText(rename.error)}>
      <TextField
        {...form.getInputProps('name')}
        key={form.key('name')}
        ref={field}
        name="name"
        label={t('authenticators.newName')}
        autoComplete="off"
      />
      <div>
        <Button type="submit" busy={rename.isPending}>
          {t('authenticators.saveName')}
        </Button>
      </div>
    </Form>
  )
}
