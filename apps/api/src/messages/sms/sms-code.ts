import { SENT_CODE_LIFETIME_SECONDS } from '@keyholder/domain'
import { z } from 'zod'
import { code, moment } from '../fields.ts'
import { textMessage } from '../text-message.ts'

const MINUTES = SENT_CODE_LIFETIME_SECONDS / 60

/** The code comes first, so that a preview shows it. No names. */
export const smsCode = textMessage({
  name: 'sms-code',
  kind: 'code',
  data: z.object({ to: z.string(), code, expiresAt: moment }),
  boundCode: ({ code }) => code,

  nl: ({ code }, service) =>
    `${code} is je code voor ${service}. De code werkt ${MINUTES} minuten. Geef hem aan niemand.`,

  en: ({ code }, service) =>
    `${code} is your code for ${service}. It works for ${MINUTES} minutes. Don't share it with anyone.`,
})
