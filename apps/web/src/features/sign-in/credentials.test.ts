import { signIn } from '@keyholder/contracts'
import { expect, test } from 'vitest'
import { fieldsRefusedBy } from '../../client/field-errors.ts'
import { Credentials } from './credentials.ts'

const EMAILS = [
  '',
  ' ',
  'jan',
  'jan@',
  'jan@delinde.example',
  ' Jan@DeLinde.example ',
  'jan@de linde.example',
  'jän@delinde.example',
]
const PASSWORDS = ['', ' ', 'x', 'correct horse battery staple']

test.each(EMAILS.flatMap((email) => PASSWORDS.map((password) => ({ email, password }))))(
  'the first page judges %j as the contract does',
  (typed) => {
    expect(fieldsRefusedBy(Credentials, typed)).toEqual(fieldsRefusedBy(signIn.password.body, typed))
  },
)
