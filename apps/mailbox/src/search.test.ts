import { expect, test } from 'vitest'
import type { Message } from './message.ts'
import { readMail } from './read-mail.ts'
import { readSms } from './read-sms.ts'
import { matching } from './search.ts'

const MESSAGES: Message[] = [
  await mail(['To: Jan de Vries <jan@zorg.test>', 'Subject: Uitnodiging', '', 'Kom erbij, de koffie is warm']),
  await mail([
    'To: fatima@zorg.test',
    'Cc: jan@zorg.test',
    'Subject: Nieuw wachtwoord',
    'Content-Type: text/html',
    '',
    '<p>kies&nbsp;er <b>een</b></p>',
  ]),
  readSms({ to: '+31612345678', text: 'Code 123456', reference: 'sms-1' }),
]

test.for([
  ['', ['Uitnodiging', 'Nieuw wachtwoord', 'Sms aan +31612345678']],
  ['to:jan@zorg.test', ['Uitnodiging']],
  ['to:JAN@ZORG.TEST', ['Uitnodiging']],
  ['to:"jan de vries"', ['Uitnodiging']],
  ['to:nobody@zorg.test', []],
  ['to:+31612345678', ['Sms aan +31612345678']],
  ['cc:jan@zorg.test', ['Nieuw wachtwoord']],
  ['bcc:stil@zorg.test', ['Uitnodiging', 'Nieuw wachtwoord']],
  ['addressed:jan@zorg.test', ['Uitnodiging', 'Nieuw wachtwoord']],
  ['from:noreply', ['Uitnodiging', 'Nieuw wachtwoord']],
  ['subject:wachtwoord', ['Nieuw wachtwoord']],
  ['subject:"nieuw wachtwoord"', ['Nieuw wachtwoord']],
  ['"subject:nieuw wachtwoord"', ['Nieuw wachtwoord']],
  ['subject:nieuw to:fatima', ['Nieuw wachtwoord']],
  ['subject:nieuw to:jan@zorg.test', []],
  ['koffie warm', ['Uitnodiging']],
  ['koffie wachtwoord', []],
  ['"kies er een"', ['Nieuw wachtwoord']],
  ['tag:sms', ['Sms aan +31612345678']],
  ['message-id:sms-1', ['Sms aan +31612345678']],
  ['-tag:sms !koffie', ['Nieuw wachtwoord']],
  ['is:unread uitnodiging', ['Uitnodiging']],
  ['is:read', []],
  ['has:attachment', []],
  ['is:tagged', ['Sms aan +31612345678']],
  ['https://nowhere.test', []],
] as const)('the query %s finds %j', ([query, subjects]) => {
  expect(MESSAGES.filter(matching(query)).map((one) => one.subject)).toEqual(subjects)
})

function mail(lines: string[]): Promise<Message> {
  const raw = ['From: Keyholder <noreply@keyholder.test>', ...lines].join('\r\n')
  return readMail(Buffer.from(raw), { from: 'noreply@keyholder.test', to: ['stil@zorg.test'] })
}
