import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { keepLinkToken, linkToken } from './link-token.ts'

/** The secret of the link that this page was opened with; also of one that is opened over it, in the same tab. */
export function useLinkToken(): string | null {
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  // The page keeps its own, also when the link has been used up under it.
  const [token, setToken] = useState(() => linkToken(pathname))
  useEffect(() => {
    if (!keepLinkToken(pathname, hash)) return
    setToken(linkToken(pathname))
    void navigate({ pathname, search }, { replace: true })
  }, [pathname, search, hash, navigate])
  return token
}
