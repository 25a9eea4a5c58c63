/** Where the whole interface lives. A breaking change gets a new one. */
export const BASE_PATH = '/api/v1'

/** The version of the interface that the OpenAPI document names. */
export const API_VERSION = '1.0.0'

/** The token endpoint: the one URL outside the versioned interface that programs are given. */
export const TOKEN_PATH = '/oauth/token'

/** What the cookies are called; with `__Host-` before it wherever browsers keep such cookies. */
export const COOKIE_NAMES = {
  session: 'keyholder',
  attempt: 'keyholder-sign-in',
  device: 'keyholder-device',
} as const
