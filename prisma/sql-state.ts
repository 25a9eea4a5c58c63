const DEADLOCK = '40P01'
const SERIALISATION = '40001'
// Prisma's own words for the same, and for a database that cannot be reached or is too busy to answer.
const WRITE_CONFLICT = 'P2034'
const UNAVAILABLE = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']
const UNAVAILABLE_KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']
const UNAVAILABLE_STATES = ['57P01', '57P02', '57P03', '53300', '57014', '55P03', '08006', '08001', '08003', '08004']

/** The SQLSTATE of an error that came out of the database, or null. Also Prisma's code where there is no state. */
export function sqlState(error: unknown): string | null {
  if (!isRecord(error)) return null
  const cause = causeOf(error)
  for (const candidate of [cause.originalCode, cause.code, error.code]) {
    if (typeof candidate === 'string') return candidate
  }
  return null
}

/** True when the same work can simply be done again. */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error)
  return (
    state === DEADLOCK || state === SERIALISATION || state === WRITE_CONFLICT || prismaCode(error) === WRITE_CONFLICT
  )
}

/** True when the database is not there, or too busy: the caller should come back later. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error) ?? ''
  const code = prismaCode(error) ?? ''
  if (UNAVAILABLE_STATES.includes(state) || UNAVAILABLE.includes(state) || UNAVAILABLE.includes(code)) return true
  if (!isRecord(error)) return false
  if (UNAVAILABLE_KINDS.includes(String(causeOf(error).kind))) return true
  return /ECONNREFUSED|ECONNRESET|timeout exceeded when trying to connect|Connection terminated/.test(
    String(error.message),
  )
}

/** What the driver said: raw statements carry it in their meta, other calls as their cause. */
function causeOf(error: Record<string, unknown>): Record<string, unknown> {
  const meta = isRecord(error.meta) ? error.meta : {}
  const adapter = isRecord(meta.driverAdapterError) ? meta.driverAdapterError : {}
  if (isRecord(adapter.cause)) return adapter.cause
  return isRecord(error.cause) ? error.cause : {}
}

function prismaCode(error: unknown): string | null {
  return isRecord(error) && typeof error.code === 'string' ? error.code : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
