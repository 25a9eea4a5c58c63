import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { hearOtherTabs, notifyOtherTabs } from './other-tabs.ts'

/** When the session was last used: every answer behind the sign-in is a use, in this tab and in the others. */
export function useLastUse(): () => number {
  const client = useQueryClient()
  const lastUseAt = useRef(0)
  useEffect(() => {
    const note = (event: { type: string; action?: { type: string } }) => {
      if (event.type !== 'updated' || event.action?.type !== 'success') return
      lastUseAt.current = Date.now()
      notifyOtherTabs({ usedAt: lastUseAt.current })
    }
    const stops = [
      client.getQueryCache().subscribe(note),
      client.getMutationCache().subscribe(note),
      hearOtherTabs((news) => {
        if ('usedAt' in news) lastUseAt.current = Math.max(lastUseAt.current, news.usedAt)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
  return () => lastUseAt.current
}
