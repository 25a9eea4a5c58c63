import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPostOffice, type PostOffice } from '../testing/post-office.ts'
import { deliverDue } from './deliver-due.ts'

let office: PostOffice
beforeAll(async () => {
  office = await openPostOffice()
})
afterAll(() => office.close())

it('a message with the data of another build waits for that build, and is not sent with holes in it', async () => {
  const jan = await office.addReader('Jan de Vries')
  const id = await office.post(jan, 'password-changed', JSON.parse('{"changedAt":"2026-11-21T13:05:00.000Z"}'))
  await deliverDue(office.outbox())
  expect(await office.inbox()).toEqual([])
  expect(await office.row(id)).toMatchObject({ state: 'waiting', error: 'unwritable', copies: 0 })
})
