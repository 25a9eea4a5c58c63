import { Link, type To } from 'react-router'
import classes from './count-card.module.css'

type CountCardProps = {
  count: string
  label: string
  to: To
  /** Nothing to be done about it: drawn quietly. */
  quiet?: boolean
}

/** A number that leads to what was counted. */
export function CountCard({ count, label, to, quiet = false }: CountCardProps) {
  return (
    <Link className={classes.card} to={to} data-quiet={quiet}>
      <span className={classes.count}>{count}</span> <span>{label}</span>
    </Link>
  )
}
