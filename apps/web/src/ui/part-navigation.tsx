import { Link, type To } from 'react-router'
import classes from './part-navigation.module.css'

type PartNavigationProps = {
  label: string
  parts: readonly { to: To; label: string; current: boolean }[]
}

/** The parts of one page, each with an address of its own: plain links. */
export function PartNavigation({ label, parts }: PartNavigationProps) {
  return (
    <nav className={classes.navigation} aria-label={label}>
      <ul className={classes.parts}>
        {parts.map(({ to, label, current }) => (
          <li key={label}>
            <Link className={classes.part} to={to} aria-current={current ? 'page' : undefined}>
              <span className={classes.label} data-label={label}>
                {label}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
