import { UNLINK_REASONS, type UnlinkReason } from '@keyholder/domain'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CheckField } from '../../ui/check-field.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import classes from './ask-unlink.module.css'
import { Consequences } from './consequences.tsx'
import { DialogProblem } from './dialog-problem.tsx'
import type { User } from './user-queries.ts'

type AskUnlinkProps = {
  user: User
  busy: boolean
  error: unknown
  onConfirm: (reason: UnlinkReason) => void
  onCancel: () => void
}

/** What will happen, why it is done, and whether it is certain who asks: unlinking is a way to take an account over. */
export function AskUnlink({ user, busy, error, onConfirm, onCancel }: AskUnlinkProps) {
  const t = useTranslations('users')
  const [reason, setReason] = useState<UnlinkReason>()
  const [checked, setChecked] = useState(false)
  const [asked, setAsked] = useState(false)
  const act = user.secondStep === 'unlinked' ? 'relink' : 'unlink'
  const { name } = user
  const confirm = () => {
    setAsked(true)
    if (!reason) return focusField('unlink-reason')
    if (!checked) return focusField('unlink-checked')
    onConfirm(reason)
  }
  return (
    <ConfirmDialog
      opened
      title={t(`ask.${act}`, { name })}
      confirmLabel={t(`action.${act}`)}
      busy={busy}
      onConfirm={confirm}
      onCancel={() => !busy && onCancel()}
    >
      <Consequences of={act} user={user} />
      <RadioField
        name="unlink-reason"
        label={t('unlinkReason')}
        options={UNLINK_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        value={reason}
        onChange={setReason}
        error={asked && !reason && t('reasonMissing')}
      />
      <fieldset>
        <legend className={classes.question}>{t('checkQuestion', { name, reason: reason ?? 'new-phone' })}</legend>
        <CheckField
          name="unlink-checked"
          label={t('checked')}
          hint={reason === 'leaver' ? t('leaverHint', { name }) : t('checkedHint')}
          checked={checked}
          onChange={(event) => setChecked(event.currentTarget.checked)}
          error={asked && !checked && t('checkedMissing')}
        />
      </fieldset>
      <DialogProblem error={error} id={user.id} />
    </ConfirmDialog>
  )
}

function focusField(id: string) {
  document.getElementById(id)?.focus()
}
