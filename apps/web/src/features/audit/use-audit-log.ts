import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type NavigateOptions, useSearchParams } from 'react-router'
import { problemCode } from '../../client/errors.ts'
import { rememberPage } from '../../ui/page-before.ts'
import { auditQuery } from './audit-query.ts'
import { type AuditQuery, readAuditQuery, writeAuditQuery } from './read-audit-query.ts'

/** The log as the address wants it, and the way to want it otherwise. */
export function useAuditLog() {
  const [params, setParams] = useSearchParams()
  const query = readAuditQuery(params)
  const log = useQuery(auditQuery(query))
  const { cursor } = query
  const next = log.isPlaceholderData ? undefined : log.data?.next
  useEffect(() => rememberPage(cursor, next), [cursor, next])

  /** Every other filter begins at the first page. */
  const change = (wanted: AuditQuery, options?: NavigateOptions) =>
    setParams((now) => writeAuditQuery({ ...readAuditQuery(now), cursor: undefined, ...wanted }).search, options)

  // Further pages open only for the session that read the first: for any other, back to that.
  const isLost = cursor !== undefined && problemCode(log.error) === 'request.invalid'
  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is another function each time, and does the same.
  useEffect(() => {
    if (isLost) change({}, { replace: true })
  }, [isLost])
  return { ...log, query, change }
}
