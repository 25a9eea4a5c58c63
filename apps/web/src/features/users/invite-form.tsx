import { users } from '@keyholder/contracts'
import { LANGUAGES } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { choiceField } from '../../client/choice-field.ts'
import { problemCode } from '../../client/errors.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { useLanguage } from '../../messages/use-language.ts'
import { Form } from '../../ui/form.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { EmailField, TextField } from '../../ui/text-field.tsx'
import { type RoleChoice, useRoleOptions } from './role-options.ts'
import { useUserProblem } from './use-user-problem.ts'
import { type User, useRefreshUsers } from './user-queries.ts'

type InviteFormProps = { roles: readonly RoleChoice[]; onInvited: (user: User) => void }

/** Invites a user, who chooses their own password. */
export function InviteForm({ roles, onInvited }: InviteFormProps) {
  const t = useTranslations('users.inviting')
  const texts = useTranslations('users')
  const roleOptions = useRoleOptions(roles)
  const { form, field, busy, props } = useInviteForm(onInvited)
  return (
    <Form {...props}>
      <TextField {...field('name')} label={t('name')} autoComplete="off" />
      <EmailField {...field('email')} label={t('email')} hint={t('emailHint')} autoComplete="off" />
      <RadioField {...choiceField(form, 'roleId')} label={t('role')} options={roleOptions} />
      <RadioField
        {...choiceField(form, 'language')}
        label={t('language')}
        options={LANGUAGES.map((value) => ({ value, label: texts(`language.${value}`) }))}
      />
      <SubmitButton busy={busy}>{t('submit')}</SubmitButton>
    </Form>
  )
}

function useInviteForm(onInvited: (user: User) => void) {
  const t = useTranslations('users.inviting')
  const { language } = useLanguage()
  const refresh = useRefreshUsers()
  return useContractForm({
    mode: 'controlled',
    body: users.invite.body,
    initialValues: { name: '', email: '', roleId: '', language },
    texts: {
      name: { missing: t('nameMissing'), wrong: t('nameWrong') },
      email: { missing: t('emailMissing'), wrong: t('emailWrong') },
      roleId: t('roleMissing'),
      language: t('languageMissing'),
    },
    send: async (body) => {
      const invited = await api.users.invite({ body })
      await refresh()
      onInvited(invited)
    },
    atField: (error) => {
      if (problemCode(error) === 'user.exists') return { email: t('emailTaken') }
      return problemCode(error) === 'role.not_givable' ? { roleId: t('roleNotGivable') } : {}
    },
    problemText: useUserProblem(),
  })
}
