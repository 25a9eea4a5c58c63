import type { Language } from './languages.ts'

/** A word that no page and no message uses, what they say in its place, and a sentence that would be refused. */
type Avoided = readonly [word: RegExp, instead: string, example: string]

/** One word per thing, and none that says nothing to the person in front of the screen. For tests. */
export const AVOIDED_WORDS: Readonly<Record<Language, readonly Avoided[]>> = {
  nl: [
    [/(?<![\w-])mail(s|tje|tjes|adres|adressen|box)?\b/i, 'e-mail', 'Vul je mailadres in, dan krijg je een mail.'],
    [/(?<![{</])\bemail/i, 'e-mail', 'Kijk in je email.'],
    [/\binlogcodes?\b/i, 'code', 'Vul de inlogcode in.'],
    [/\bkoppelcodes?\b/i, 'herkoppelcode', 'Vraag om een koppelcode.'],
    [/\btweede factor\b/i, 'tweede stap', 'Stel een tweede factor in.'],
    [/(?<!(Microsoft|Google|LastPass) )\bauthenticators?\b(?!-app)/i, 'authenticator-app', 'Koppel je authenticator.'],
    [
      /ontkoppel\w* [^.]*authenticator|authenticator[^.]*ontkoppel/i,
      'tweede stap',
      'Je authenticator-app is ontkoppeld.',
    ],
    [/\buitgeschakeld\b/i, 'uitgezet', 'Je authenticator-app is uitgeschakeld.'],
    [/\blog je [^.]*automatisch uit\b/i, 'word je uitgelogd', 'Om 12:00 log je automatisch uit.'],
    [/\bwordt je (\w+ )?(uit|in)gelogd\b/i, 'word je uitgelogd', 'Daarna wordt je uitgelogd.'],
    [/\b(u|uw|gelieve|dient te)\b/i, 'je', 'U dient te wachten.'],
    [/\bplatformbeheerder/i, 'functioneel beheerder', 'Bel de platformbeheerder.'],
    [
      /\b(tokens?|credentials?|oeps|valide\w*|ongeldige?|mislukte? authenticatie|inloggegevens)\b/i,
      'plain Dutch',
      'Oeps.',
    ],
  ],
  en: [
    [/(?<![\w-])mails?\b/i, 'e-mail', 'You will get a mail.'],
    [/(?<![{</])\bemails?\b/i, 'e-mail', 'Look in your email.'],
    [/\bfill(ed|s|ing)? (\w+ ){0,4}in\b/i, 'enter', 'Fill in the code, or fill it in later.'],
    [/\b(get|gets|got|getting) in\b/i, 'sign in', 'Why can’t I get in?'],
    [/\blog(s|ged|ging)? (in|out)\b|\blogin\b/i, 'sign in', 'Log in with your password.'],
    [/\bgood night\b/i, 'Good evening', 'Good night, Jan'],
    [/\bsecond factor\b/i, 'second step', 'Set up a second factor.'],
    [
      /(?<!(Microsoft|Google|LastPass) )\bauthenticators?\b(?! apps?\b)/i,
      'authenticator app',
      'Link your authenticator.',
    ],
    [/\bunlink\w* [^.]*authenticator|authenticator[^.]*unlink/i, 'second step', 'Your authenticator app was unlinked.'],
    [/\b(somebody|whoever|anew)\b/i, 'someone', 'Whoever signs in is somebody.'],
    [/\b(can|do|does|did|have|was|is|are) (I|you|it|this|that) not\b/i, 'can’t I, don’t you', 'Why can I not sign in?'],
    [/\b(is|are|was|were) not right\b/i, 'is wrong', 'The code is not right.'],
    [/\bright (password|code)\b/i, 'correct', 'Jan entered the right password.'],
    [/\brelink(ing)? codes?\b/i, 're-link code', 'Ask for a relink code.'],
    [/\bplatform operator/i, 'operator', 'Ask a platform operator.'],
    [/\borganization/i, 'organisation', 'Your organization has a package.'],
    [/\b(tokens?|credentials?|oops|validat\w+|invalid)\b/i, 'plain English', 'Oops, an invalid token.'],
  ],
}

/** What a text should say in place of words that it uses; nothing when it is well said. */
export function betterWords(text: string, language: Language): string[] {
  return AVOIDED_WORDS[language].filter(([word]) => word.test(text)).map(([, instead]) => instead)
}
