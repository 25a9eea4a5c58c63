import { IconArrowLeft } from '@tabler/icons-react'
import { createContext, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, type To, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import classes from './page.module.css'

/** A form tells its page how many errors it has: the page's title says so. */
export const PageErrors = createContext<(count: number) => void>(() => {})

type PageProps = {
  /** The h1 and, with the product's name, the title of the document. */
  title: string
  /** Small words above the heading, part of it: "Stap 2 van 3". */
  step?: string
  /** Which page this is, where one address shows several in turn. A change of it counts as a navigation. */
  place?: string
  intro?: ReactNode
  back?: { to: To; label: string }
  actions?: ReactNode
  children?: ReactNode
}

/** What every page is: one heading, which has the focus after a navigation, and a title. */
export function Page({ title, step, place = '', intro, back, actions, children }: PageProps) {
  const [errors, setErrors] = useState(0)
  const heading = useHeadingFocus(place)
  useDocumentTitle(step ? `${step}: ${title}` : title, errors)
  return (
    <PageErrors value={setErrors}>
      {back && (
        <Link className={classes.back} to={back.to}>
          <IconArrowLeft size="1em" aria-hidden="true" />
          {back.label}
        </Link>
      )}
      <div className={classes.head}>
        <div>
          <h1 className={classes.title} ref={heading} tabIndex={-1}>
            {step && <span className={classes.step}>{step} </span>}
            {title}
          </h1>
          {intro && <div className={classes.intro}>{intro}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </PageErrors>
  )
}

function useDocumentTitle(page: string, errors: number) {
  const t = useTranslations('ui.page')
  const title = t('title', { page })
  const full = errors > 0 ? t('titleWithErrors', { count: errors, title }) : title
  useEffect(() => {
    document.title = full
  }, [full])
}

let shown: string | undefined
let headed: string | undefined

/**
 * Focus on the heading after a navigation, and again on the heading that takes its place when what was waited for is there; not on
 * the first page, where reading starts at the top by itself.
 */
function useHeadingFocus(place: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const page = `${useLocation().pathname} ${place}`
  useEffect(() => {
    const before = shown
    shown = page
    const focused = document.activeElement
    const isReplaced = headed === page && focused === document.body
    if (before === undefined || (before === page && !isReplaced)) return
    const main = heading.current?.closest('main')
    // A field of the page may have taken it. A link has it only because it led here.
    if (main?.contains(focused) && focused?.tagName !== 'A') return
    headed = page
    heading.current?.focus({ preventScroll: true })
  }, [page])
  return heading
}
