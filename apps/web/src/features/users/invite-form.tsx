import { LANGUAGES } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { fieldProblems, problemCode } from '../../client/errors.ts'
import { useLanguage } from '../../messages/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { checkNewUser, type InviteValues, wrongInWords } from './check-new-user.ts'
import { type RoleChoice, useRoleOptions } from './role-options.ts'
import { useUserProblem } from './use-user-problem.ts'
import { type User, useRefreshUsers } from './user-queries.ts'

type InviteFormProps = { roles: readonly RoleChoice[]; onInvited: (user: User) => void }

/** Asks somebody to come in. They choose their own password. */
export function InviteForm({ roles, onInvited }: InviteFormProps) {
  const t = useTranslations('users.inviting')
  const texts = useTranslations('users')
  const { language } = useLanguage()
  const problem = useUserProblem()
  const atField = useFieldProblems()
  const refresh = useRefreshUsers()
  const roleOptions = useRoleOptions(roles)
  const invite = useMutation({
    mutationFn: (body: InviteValues) => api.users.invite({ body }),
    onSuccess: refresh,
  })
  const form = useForm<InviteValues>({
    initialValues: { name: '', email: '', roleId: '', language },
    validate: (values) => checkNewUser(values, t),
  })
  const failedAt = atField(invite.error, form.values)
  const send = async (values: InviteValues) => {
    try {
      onInvited(await invite.mutateAsync(values))
    } catch (error) {
      form.setErrors(atField(error, values))
    }
  }
  return (
    <Form form={form} problem={Object.keys(failedAt).length > 0 ? undefined : problem(invite.error)} onSubmit={send}>
      <TextField {...form.getInputProps('name')} name="name" label={t('name')} autoComplete="off" />
      <TextField
        {...form.getInputProps('email')}
        name="email"
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <RadioField
        value={form.values.roleId}
        onChange={(chosen) => form.setFieldValue('roleId', chosen)}
        error={form.errors.roleId}
        name="roleId"
        label={t('role')}
        options={roleOptions}
      />
      <RadioField
        value={form.values.language}
        onChange={(chosen) => form.setFieldValue('language', chosen)}
        error={form.errors.language}
        name="language"
        label={t('language')}
        options={LANGUAGES.map((value) => ({ value, label: texts(`language.${value}`) }))}
      />
      <div>
        <Button type="submit" busy={invite.isPending}>
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}

/** What the server found wrong, where that is a single field's matter. */
function useFieldProblems() {
  const t = useTranslations('users.inviting')
  return (error: unknown, values: InviteValues): Record<string, string> => {
    switch (problemCode(error)) {
      case 'user.exists':
        return { email: t('emailTaken') }
      case 'role.not_givable':
        return { roleId: t('roleNotGivable') }
      case 'request.invalid':
        return wrongInWords(
          fieldProblems(error).map(({ path }) => path),
          values,
          t,
        )
      default:
        return {}
    }
  }
}
