import { z } from 'zod'
import { textMessage } from '../text-message.ts'

/** To the number that was replaced (ENR-13). */
export const smsPhoneReplaced = textMessage({
  name: 'sms-phone-replaced',
  kind: 'security',
  data: z.object({ to: z.string() }),

  nl: (_, service) =>
    `Dit nummer krijgt geen codes meer van ${service}. Er is een ander nummer gekoppeld. Was jij dat niet? Bel je beheerder.`,

  en: (_, service) =>
    `This number gets no more codes from ${service}. Another number was linked. Wasn't that you? Call your administrator.`,
})
