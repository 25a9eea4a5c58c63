import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Session, sessionQuery } from '../../../client/session.ts'
import type { StepUpMethod } from '../../../client/step-up.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DialogActions } from '../../../ui/dialog-actions.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { VerifyFactor } from '../verify/verify-factor.tsx'
import { useStepUpCeremony } from './use-step-up-ceremony.ts'

/** Why it is asked: for something sensitive, because the e-mail code is weak, or because the person wanted to. */
export type Reason = 'fresh' | 'weak' | 'asked'

type StepUpDialogProps = {
  why: Reason
  /** To begin with this one, when it is that one that is asked after. */
  method?: StepUpMethod | undefined
  onShown: () => void
  onCancel: () => void
  onSignInAgain: () => void
}

/** The second step once more, by one of the strong methods that are set up. */
export function StepUpDialog({ why, method: wanted, onShown, onCancel, onSignInAgain }: StepUpDialogProps) {
  const t = useTranslations('session.fresh')
  const client = useQueryClient()
  const { data: session } = useQuery(sessionQuery)
  const [chosen, choose] = useState(wanted)
  const reason = session && !session.secondStep.strong ? 'weak' : why
  const methods = session?.stepUpMethods ?? []
  const offer = methods.find(({ method }) => method === chosen) ?? methods[0]
  const shown = () => {
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    onShown()
  }
  return (
    <Dialog opened title={t(reason === 'weak' ? 'weakTitle' : 'title')} onClose={onCancel} withoutClose>
      <p>{t(`${reason}Intro`)}</p>
      {offer ? (
        <ByMethod
          key={offer.method}
          offer={offer}
          otherMethods={<OtherMethods methods={methods.filter((other) => other !== offer)} onChoose={choose} />}
          onShown={shown}
          onCancel={onCancel}
        />
      ) : (
        <NoMethod onCancel={onCancel} onSignInAgain={onSignInAgain} />
      )}
    </Dialog>
  )
}

type Offer = Session['stepUpMethods'][number]

type ByMethodProps = { offer: Offer; otherMethods: ReactNode; onShown: () => void; onCancel: () => void }

function ByMethod({ offer, otherMethods, onShown, onCancel }: ByMethodProps) {
  const t = useTranslations('session.fresh')
  const { method, sentTo } = offer
  const ceremony = useStepUpCeremony(method, onShown)
  const words = { intro: <p>{t(method, { to: sentTo ?? '' })}</p>, submit: t('confirm') }
  return <VerifyFactor {...{ method, ceremony, words }} frame={{ place: 'dialog', otherMethods, onCancel }} />
}

function OtherMethods({ methods, onChoose }: { methods: readonly Offer[]; onChoose: (method: StepUpMethod) => void }) {
  const t = useTranslations('secondStep')
  if (methods.length === 0) return null
  return (
    <Disclosure summary={t('otherWay')}>
      {methods.map(({ method, sentTo }) => (
        <Button key={method} look="secondary" onClick={() => onChoose(method)}>
          {t(`way.${method}`, { to: sentTo ?? '' })}
        </Button>
      ))}
    </Disclosure>
  )
}

/** Nothing strong is linked, or nothing that the organisation allows. */
function NoMethod({ onCancel, onSignInAgain }: { onCancel: () => void; onSignInAgain: () => void }) {
  const t = useTranslations('session.fresh')
  const ui = useTranslations('ui')
  return (
    <>
      <p>{t('noWay')}</p>
      <DialogActions>
        <Button look="secondary" onClick={onCancel}>
          {ui('cancel')}
        </Button>
        <Button onClick={onSignInAgain}>{t('signInAgain')}</Button>
      </DialogActions>
    </>
  )
}
