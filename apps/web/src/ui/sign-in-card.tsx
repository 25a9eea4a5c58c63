import type { ReactNode } from 'react'
import { Wordmark } from './brand.tsx'
import classes from './sign-in-card.module.css'

type SignInCardProps = {
  name: string
  /** One line under the name. */
  tagline: string
  /** At the foot of the page: language, appearance, help. */
  footer: ReactNode
  children: ReactNode
}

/** The frame of every page outside: one card, standing in the light of a keyhole. */
export function SignInCard({ name, tagline, footer, children }: SignInCardProps) {
  return (
    <div className={classes.page}>
      <svg className={classes.light} viewBox="0 0 400 640" aria-hidden="true" focusable="false">
        <path d="M200 0a170 170 0 0 1 86 316.5L352 640H48l66-323.5A170 170 0 0 1 200 0Z" />
      </svg>
      <header className={classes.header}>
        <Wordmark name={name} />
        <p className={classes.tagline}>{tagline}</p>
      </header>
      <main className={classes.card} id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.footer}>{footer}</footer>
    </div>
  )
}
