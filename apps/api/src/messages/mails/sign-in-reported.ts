import { z } from 'zod'
import { moment } from '../fields.ts'
import { mail } from '../mail.ts'
import { momentInWords } from '../moment-in-words.ts'

export const signInReported = mail({
  name: 'sign-in-reported',
  kind: 'security',
  data: z.object({ at: moment }),

  nl: ({ at }, service) => ({
    subject: 'We hebben je account beveiligd',
    paragraphs: [
      `Op ${momentInWords(at, 'nl')} is bij ${service} gemeld: dit was ik niet. Daarom is je account nu overal uitgelogd. Je oude wachtwoord werkt niet meer, en links in eerdere e-mails ook niet.`,
      'Kies een nieuw wachtwoord. Heb je dat nog niet gedaan? Ga dan naar de inlogpagina en kies ‘Wachtwoord vergeten?’.',
      'Kijk na het inloggen bij ‘Mijn account’. Staat daar een tweede stap die je niet kent? Verwijder die dan, en maak een nieuwe herstelcode.',
    ],
    ifNotYou:
      'Heb jij hier niet om gevraagd? Dan kan iemand anders je e-mail lezen. Wijzig eerst het wachtwoord van je e-mail. Bel daarna je beheerder.',
  }),

  en: ({ at }, service) => ({
    subject: 'We have secured your account',
    paragraphs: [
      `On ${momentInWords(at, 'en')} someone told ${service}: this wasn’t me. So we signed your account out everywhere. Your old password no longer works, and neither do links in earlier e-mails.`,
      'Choose a new password. Haven’t you done so yet? Then go to the sign-in page and choose ‘Forgot your password?’.',
      'After signing in, look under ‘My account’. Is there a second step that you don’t recognise? Then remove it, and create a new recovery code.',
    ],
    ifNotYou:
      'Didn’t you report this? Then someone else may be reading your e-mail. Change the password of your e-mail first. Then call your administrator.',
  }),
})
