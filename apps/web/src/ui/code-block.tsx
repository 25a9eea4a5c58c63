import classes from './code-block.module.css'
import { CopyButton } from './copy-button.tsx'

/** Lines for a program or a terminal, to be read and copied as they are. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <figure className={classes.block}>
      <figcaption className={classes.label}>{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard. */}
      <pre className={classes.code} tabIndex={0}>
        <code>{code}</code>
      </pre>
      <CopyButton text={code} />
    </figure>
  )
}
