import { Navigate, useLocation } from 'react-router'

/** Leads to the sign-in, which says why. Unless the user signed out, they come back to this page afterwards. */
export function SessionEnded({ why }: { why: 'ended' | 'signed-out' | 'stronger' }) {
  const { pathname, search } = useLocation()
  const next = pathname + search
  const query = new URLSearchParams({ why, ...(why !== 'signed-out' && next !== '/' && { next }) })
  return <Navigate to={`/sign-in?${query}`} replace />
}
