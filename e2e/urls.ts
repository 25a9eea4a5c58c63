/** Two runs side by side keep out of each other's way by a shift: `E2E_PORT_SHIFT=1`. */
const shift = Number(process.env.E2E_PORT_SHIFT ?? 0)

/** Ports of the tests' own, so that a demonstration may run beside them. */
export const PORTS = { web: 3310 + shift, database: 5510 + shift, smtp: 1110 + shift, mailbox: 8110 + shift } as const

export const PUBLIC_URL = `http://localhost:${PORTS.web}`
export const MAILBOX_URL = `http://localhost:${PORTS.mailbox}`
