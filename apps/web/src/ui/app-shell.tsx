import { IconChevronDown, IconMenu2 } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { ActionMenu, type MenuAction } from './action-menu.tsx'
import classes from './app-shell.module.css'
import { Wordmark } from './brand.tsx'
import { Dialog } from './dialog.tsx'
import { initials } from './initials.ts'

export type NavigationItem = { to: string; label: string; icon: ReactNode; end?: boolean }

type AppShellProps = {
  name: string
  organisation: { name: string; switchTo?: readonly MenuAction[] }
  navigation: readonly NavigationItem[]
  account: { name: string; detail: string; actions: readonly MenuAction[] }
  /** Under the navigation: language and appearance. */
  preferences: ReactNode
  children: ReactNode
}

/** The frame of every page inside: navigation at the side (a drawer on a narrow screen), organisation and account on top. */
export function AppShell({ name, organisation, navigation, account, preferences, children }: AppShellProps) {
  const t = useTranslations('shell')
  const [opened, setOpened] = useState(false)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drawer has done its work when the page has changed.
  useEffect(() => setOpened(false), [pathname])
  const items = <Navigation label={t('mainNavigation')} items={navigation} preferences={preferences} />
  return (
    <div className={classes.shell}>
      <aside className={classes.side} aria-label={t('menu')}>
        <Wordmark name={name} />
        {items}
      </aside>
      <header className={classes.header}>
        <button type="button" className={classes.menu} aria-label={t('openMenu')} onClick={() => setOpened(true)}>
          <IconMenu2 aria-hidden="true" />
        </button>
        <Organisation {...organisation} />
        <Account {...account} />
      </header>
      <main className={classes.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={name} side="start">
        {items}
      </Dialog>
    </div>
  )
}

type NavigationProps = { label: string; items: readonly NavigationItem[]; preferences: ReactNode }

function Navigation({ label, items, preferences }: NavigationProps) {
  return (
    <>
      <nav className={classes.navigation} aria-label={label}>
        <ul className={classes.items}>
          {items.map(({ to, label, icon, end = false }) => (
            <li key={to}>
              <NavLink className={classes.item ?? ''} to={to} end={end}>
                {icon}
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.preferences}>{preferences}</div>
    </>
  )
}

function Organisation({ name, switchTo = [] }: AppShellProps['organisation']) {
  const t = useTranslations('shell')
  if (switchTo.length === 0) return <p className={classes.organisation}>{name}</p>
  return (
    <ActionMenu
      label={t('switchOrganisation', { name })}
      actions={switchTo}
      align="start"
      triggerClassName={classes.switch}
      trigger={
        <>
          <span className={classes.organisation}>{name}</span>
          <IconChevronDown size="1.125em" aria-hidden="true" />
        </>
      }
    />
  )
}

function Account({ name, detail, actions }: AppShellProps['account']) {
  const t = useTranslations('shell')
  return (
    <ActionMenu
      label={t('account', { name })}
      actions={actions}
      triggerClassName={classes.account}
      heading={
        <>
          <strong>{name}</strong>
          <br />
          {detail}
        </>
      }
      trigger={
        <>
          <span className={classes.initials} data-initials={initials(name)} />
          <span className={classes.accountName}>{name}</span>
          <IconChevronDown size="1.125em" aria-hidden="true" />
        </>
      }
    />
  )
}
