/** Ports of the tests' own, so that a demonstration may run beside them. */
export const PORTS = { web: 3310, database: 5510, smtp: 1110, mailbox: 8110 } as const

export const PUBLIC_URL = `http://localhost:${PORTS.web}`
export const MAILBOX_URL = `http://localhost:${PORTS.mailbox}`
