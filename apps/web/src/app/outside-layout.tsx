import type { ReactNode } from 'react'
import { Outlet } from 'react-router'
import { useTranslations } from 'use-intl'
import { SignInHelp } from '../features/sign-in/sign-in-help.tsx'
import { SignInCard } from '../ui/sign-in-card.tsx'
import { Preferences } from './preferences.tsx'

/** The frame of the pages outside the sign-in. */
export function OutsideLayout({ children = <Outlet /> }: { children?: ReactNode }) {
  const t = useTranslations('app')
  return (
    <SignInCard name={t('name')} tagline={t('tagline')} footer={<Preferences />}>
      {children}
      <SignInHelp />
    </SignInCard>
  )
}
