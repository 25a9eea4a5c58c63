import classes from './brand.module.css'

/** The mark and the name. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className={classes.wordmark}>
      <Mark />
      <span className={classes.name}>{name}</span>
    </span>
  )
}

/** A keyhole that is also a person: a door that knows who stands before it. */
function Mark() {
  return (
    <svg className={classes.mark} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className={classes.plate} d="M20 0c11 0 20 9 20 20v14a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V20C0 9 9 0 20 0Z" />
      <circle className={classes.head} cx="20" cy="14.5" r="6.5" />
      <path className={classes.body} d="M20 22.7c-4.6 0-7.1 2.7-7.9 6.6L11 34h18l-1.1-4.7c-.8-3.9-3.3-6.6-7.9-6.6Z" />
    </svg>
  )
}
