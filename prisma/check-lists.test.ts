import {
  AUDIT_OUTCOMES,
  AUTH_METHODS,
  BUILT_IN_ROLES,
  CHALLENGE_PURPOSES,
  CODE_METHODS,
  CODE_PURPOSES,
  DELIVERIES,
  ENROLLABLE_FACTORS,
  FACTOR_KINDS,
  FACTOR_STATES,
  isStrong,
  KILL_SWITCHES,
  LANGUAGES,
  LINK_PURPOSES,
  MEMBERSHIP_STATUSES,
  MESSAGE_STATES,
  mayAddUsers,
  PACKAGE_KINDS,
  PACKAGE_STATUSES,
  SECOND_STEP_STATES,
  SIGN_IN_STEPS,
  USER_KINDS,
} from '@keyholder/domain'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { queryOnce } from './query-once.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase(inject('testCluster'))
})
afterAll(() => database.drop())

/** Of each check that names words, the lists of domain that they are, in the order in which the check names them. */
const LISTS: Record<string, readonly (readonly string[])[]> = {
  audit_events_outcome: [AUDIT_OUTCOMES],
  factors_kind: [ENROLLABLE_FACTORS],
  factors_state: [FACTOR_STATES],
  kill_switches_name: [KILL_SWITCHES],
  links_purpose: [LINK_PURPOSES],
  logins_preferred_method: [FACTOR_KINDS],
  memberships_kind: [USER_KINDS],
  memberships_language: [LANGUAGES],
  memberships_second_step: [SECOND_STEP_STATES],
  memberships_status: [MEMBERSHIP_STATUSES],
  messages_delivery: [DELIVERIES],
  messages_state: [MESSAGE_STATES],
  one_time_codes_method: [CODE_METHODS],
  one_time_codes_purpose: [CODE_PURPOSES],
  packages_kind: [PACKAGE_KINDS],
  // The platform's own people are not bound to one seat either.
  packages_seats: [PACKAGE_KINDS.filter((kind) => mayAddUsers(kind) || kind === 'platform')],
  packages_status: [PACKAGE_STATUSES],
  passkey_challenges_purpose: [CHALLENGE_PURPOSES],
  policies_allowed: [FACTOR_KINDS, ENROLLABLE_FACTORS],
  policies_phased_out: [FACTOR_KINDS],
  roles_built_in: [BUILT_IN_ROLES],
  sessions_second_factor: [AUTH_METHODS],
  sign_in_attempts_shown: [AUTH_METHODS.filter(isStrong)],
  sign_in_attempts_step: [SIGN_IN_STEPS],
  users_kind: [USER_KINDS],
  users_language: [LANGUAGES],
}

async function listsOfChecks(): Promise<Record<string, string[][]>> {
  const checks = await queryOnce(
    database.ownerUrl,
    `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  )
  const lists = checks.map(({ name, text }) => [String(name), listsIn(String(text))] as const)
  return Object.fromEntries(lists.filter(([, found]) => found.length > 0))
}

/** PostgreSQL shows IN (…), = ANY (…) and array operators alike, but for a list of one word and an array that is written as text. */
function listsIn(check: string): string[][] {
  const [, only] = /^CHECK \(\(\w+ = '([^']*)'::text\)\)$/.exec(check) ?? []
  if (only !== undefined) return [[only]]
  return [...check.matchAll(/ARRAY\[([^\]]*)\]|'\{([^}]*)\}'/g)].map(([, words, text]) =>
    words === undefined ? text!.split(',') : [...words.matchAll(/'([^']*)'/g)].map(([, word]) => word!),
  )
}

test('every list in a check is the list of domain, word for word', async () => {
  const sorted = (lists: Record<string, readonly (readonly string[])[]>) =>
    Object.fromEntries(Object.entries(lists).map(([name, all]) => [name, all.map((words) => [...words].sort())]))
  expect(sorted(await listsOfChecks())).toEqual(sorted(LISTS))
})

test.each([
  [`name IN ('a', 'b')`, ['a', 'b']],
  [`name = ANY (ARRAY['a', 'b'])`, ['a', 'b']],
  [`name = ANY ('{a,b}'::text[])`, ['a', 'b']],
  [`name NOT IN ('a', 'b')`, ['a', 'b']],
  [`name IN ('a')`, ['a']],
  [`name IS NOT NULL AND (name IN ('a', 'b') OR id IS NULL)`, ['a', 'b']],
])('a new list is found when a check says %s', async (check, words) => {
  const url = database.ownerUrl
  await queryOnce(url, `ALTER TABLE tenants ADD CONSTRAINT another CHECK (${check})`)
  expect(await listsOfChecks()).toMatchObject({ another: [words] })
  await queryOnce(url, 'ALTER TABLE tenants DROP CONSTRAINT another')
})
