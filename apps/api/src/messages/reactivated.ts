import type { Message } from './message.ts'

export const reactivated: Message<'reactivated'> = {
  resend: 'once',

  nl: ({ tenantName, by }, service) => ({
    subject: `Je hebt weer toegang tot ${tenantName}`,
    paragraphs: [
      `${by} heeft je weer toegang gegeven tot ${tenantName} in ${service}.`,
      'Je logt in met je wachtwoord en je tweede stap, zoals je gewend was. Weet je je wachtwoord niet meer? Kies dan op de inlogpagina ‘Wachtwoord vergeten?’.',
    ],
    button: null,
    ifNotYou: `Klopt dit niet? Neem dan contact op met ${by}.`,
    why: `Je krijgt deze mail omdat je weer gebruiker bent van ${tenantName}.`,
  }),

  en: ({ tenantName, by }, service) => ({
    subject: `You have access to ${tenantName} again`,
    paragraphs: [
      `${by} gave you access to ${tenantName} in ${service} again.`,
      'You sign in with your password and your second step, as you were used to. Have you forgotten your password? Then choose ‘Forgot your password?’ on the sign-in page.',
    ],
    button: null,
    ifNotYou: `Is this not right? Then contact ${by}.`,
    why: `You get this e-mail because you are a user of ${tenantName} again.`,
  }),
}
