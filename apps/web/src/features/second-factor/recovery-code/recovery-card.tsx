import classes from './recovery-card.module.css'

type RecoveryCardProps = { title: string; account: string; made: string; code: string; use: string }

/** What a printer gets, in place of the page. */
export function RecoveryCard({ title, account, made, code, use }: RecoveryCardProps) {
  return (
    <div className={classes.card} aria-hidden="true">
      <p className={classes.title}>{title}</p>
      <p>{account}</p>
      <p>{made}</p>
      <p className={classes.code}>{code}</p>
      <p>{use}</p>
    </div>
  )
}
