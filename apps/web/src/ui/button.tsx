import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { useTranslations } from 'use-intl'
import classes from './button.module.css'

type Looks = {
  look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
  icon?: ReactNode
  /** As wide as what it stands in. */
  wide?: boolean
}

type ButtonProps = Looks &
  Omit<ComponentProps<'button'>, 'className' | 'disabled'> & {
    /** Working on it: keeps its place and the focus, and does nothing more when pressed. */
    busy?: boolean
  }

export function Button({
  look,
  size,
  icon,
  wide,
  busy = false,
  type = 'button',
  children,
  onClick,
  'aria-disabled': disabled,
  ...rest
}: ButtonProps) {
  const t = useTranslations('ui')
  // aria-disabled and not disabled: a disabled button loses the keyboard's place.
  const off = busy || disabled === true
  const click = (event: MouseEvent<HTMLButtonElement>) => (off ? event.preventDefault() : onClick?.(event))
  return (
    <button
      {...rest}
      {...appearance({ look, size, wide })}
      type={type}
      aria-disabled={off || undefined}
      onClick={click}
    >
      {busy ? <span className={classes.spinner} /> : icon}
      {busy ? t('busy') : children}
    </button>
  )
}

type ButtonLinkProps = Looks & { to: To; state?: unknown; children: ReactNode }

/** What goes somewhere is a link, also when it looks like a button. */
export function ButtonLink({ to, state, look, size, icon, wide, children }: ButtonLinkProps) {
  return (
    <Link to={to} state={state} {...appearance({ look, size, wide })}>
      {icon}
      {children}
    </Link>
  )
}

function appearance({
  look = 'primary',
  size = 'normal',
  wide = false,
}: { [key in keyof Looks]: Looks[key] | undefined }) {
  return { className: classes.button, 'data-look': look, 'data-size': size, 'data-wide': wide }
}
