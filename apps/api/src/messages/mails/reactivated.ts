import { z } from 'zod'
import { mail } from '../mail.ts'

export const reactivated = mail({
  name: 'reactivated',
  kind: 'news',
  data: z.object({ tenantName: z.string(), by: z.string() }),

  nl: ({ tenantName, by }, service) => ({
    subject: `Je hebt weer toegang tot ${tenantName}`,
    paragraphs: [
      `${by} heeft je weer toegang gegeven tot ${tenantName} in ${service}.`,
      'Je logt in met je wachtwoord en je tweede stap, zoals je gewend was. Weet je je wachtwoord niet meer? Kies dan op de inlogpagina ‘Wachtwoord vergeten?’.',
    ],
    ifNotYou: `Klopt dit niet? Neem dan contact op met ${by}.`,
    why: `Je krijgt deze e-mail omdat je weer gebruiker bent van ${tenantName}.`,
  }),

  en: ({ tenantName, by }, service) => ({
    subject: `You have access to ${tenantName} again`,
    paragraphs: [
      `${by} gave you access to ${tenantName} in ${service} again.`,
      'Sign in with your password and your second step, as before. Forgot your password? Then choose ‘Forgot your password?’ on the sign-in page.',
    ],
    ifNotYou: `Is this a mistake? Then contact ${by}.`,
    why: `You get this e-mail because you are a user of ${tenantName} again.`,
  }),
})
