import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Session, sessionQuery } from '../../../client/session.ts'
import type { FreshWay } from '../../../client/step-up.ts'
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
  way?: FreshWay | undefined
  onShown: () => void
  onCancel: () => void
  onSignInAgain: () => void
}

/** The second step once more, by one of the strong ways that are set up. */
export function StepUpDialog({ why, way: wanted, onShown, onCancel, onSignInAgain }: StepUpDialogProps) {
  const t = useTranslations('session.fresh')
  const client = useQueryClient()
  const { data: session } = useQuery(sessionQuery)
  const [chosen, choose] = useState(wanted)
  const reason = session && !session.secondStep.strong ? 'weak' : why
  const ways = session?.freshWays ?? []
  const offer = ways.find(({ way }) => way === chosen) ?? ways[0]
  const shown = () => {
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    onShown()
  }
  return (
    <Dialog opened title={t(reason === 'weak' ? 'weakTitle' : 'title')} onClose={onCancel} withoutClose>
      <p>{t(`${reason}Intro`)}</p>
      {offer ? (
        <ByWay
          key={offer.way}
          offer={offer}
          otherWays={<OtherWays ways={ways.filter((other) => other !== offer)} onChoose={choose} />}
          onShown={shown}
          onCancel={onCancel}
        />
      ) : (
        <NoWay onCancel={onCancel} onSignInAgain={onSignInAgain} />
      )}
    </Dialog>
  )
}

type Offer = Session['freshWays'][number]

type ByWayProps = { offer: Offer; otherWays: ReactNode; onShown: () => void; onCancel: () => void }

function ByWay({ offer, otherWays, onShown, onCancel }: ByWayProps) {
  const t = useTranslations('session.fresh')
  const { way, sentTo } = offer
  const ceremony = useStepUpCeremony(way, onShown)
  const words = { intro: <p>{t(way, { to: sentTo ?? '' })}</p>, submit: t('confirm') }
  return <VerifyFactor {...{ way, ceremony, words }} frame={{ place: 'dialog', otherWays, onCancel }} />
}

function OtherWays({ ways, onChoose }: { ways: readonly Offer[]; onChoose: (way: FreshWay) => void }) {
  const t = useTranslations('secondStep')
  if (ways.length === 0) return null
  return (
    <Disclosure summary={t('otherWay')}>
      {ways.map(({ way, sentTo }) => (
        <Button key={way} look="secondary" onClick={() => onChoose(way)}>
          {t(`way.${way}`, { to: sentTo ?? '' })}
        </Button>
      ))}
    </Disclosure>
  )
}

/** Nothing strong is linked, or nothing that the organisation allows. */
function NoWay({ onCancel, onSignInAgain }: { onCancel: () => void; onSignInAgain: () => void }) {
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
