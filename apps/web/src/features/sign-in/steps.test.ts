import { expect, test } from 'vitest'
import { stepUrl } from './steps.ts'

test.each([
  ['factor', '', undefined, '/sign-in/code'],
  ['enrol', '?why=ended', undefined, '/sign-in/link'],
  ['factor', '?why=ended&next=%2Fusers%3Fsort%3Dname', undefined, '/sign-in/code?next=%2Fusers%3Fsort%3Dname'],
  ['relink', '?next=%2Fusers', 'password-chosen', '/sign-in/relink?why=password-chosen&next=%2Fusers'],
  ['done', '?next=%2Finvitation', undefined, '/sign-in?next=%2Finvitation'],
] as const)('%s after %j goes on with what is wanted afterwards', (step, search, news, url) => {
  expect(stepUrl(step, search, news)).toBe(url)
})
