import { type RefObject, useEffect, useRef } from 'react'

/** After a page of a list is turned, reading goes on at its top: `top` gets the focus once the page after `turn` is another. */
export function usePageTurning(cursor: string | undefined): {
  top: RefObject<HTMLDivElement | null>
  turn: () => void
} {
  const top = useRef<HTMLDivElement>(null)
  const turned = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cursor is another page.
  useEffect(() => {
    if (turned.current) top.current?.focus({ preventScroll: true })
    turned.current = false
  }, [cursor])
  return {
    top,
    turn: () => {
      turned.current = true
    },
  }
}
