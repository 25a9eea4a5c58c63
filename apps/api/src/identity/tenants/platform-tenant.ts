/**
 * The platform's own house: operators are members of it, and what happens before anybody is recognised is in its log.
 * It is a tenant like the others so that isolation, sign-in and audit need no second way. It is no organisation: no list
 * shows it.
 */
export const PLATFORM_TENANT = '00000000-0000-7000-8000-000000000000'

/** As it is made: by the first operator, or with the demonstration. */
export const PLATFORM = { id: PLATFORM_TENANT, name: 'Keyholder', package: 'platform', seats: 100 } as const
