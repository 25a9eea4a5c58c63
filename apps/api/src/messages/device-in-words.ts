import { type AuthMethod, deviceOf, type Language } from '@keyholder/domain'

/** A user agent as people say it: "Chrome op Windows". */
export function deviceInWords(userAgent: string, language: Language): string {
  const { browser, system } = deviceOf(userAgent)
  if (browser && system) return language === 'nl' ? `${browser} op ${system}` : `${browser} on ${system}`
  return browser ?? system ?? (language === 'nl' ? 'een onbekend apparaat' : 'an unknown device')
}

/** What the second step was taken with. */
export function methodInWords(method: AuthMethod, language: Language): string {
  return METHODS[language][method]
}

const METHODS = {
  nl: {
    authenticator: 'de authenticator-app',
    passkey: 'een passkey',
    sms: 'een code per sms',
    email: 'een code per e-mail',
    'recovery-code': 'de herstelcode',
  },
  en: {
    authenticator: 'the authenticator app',
    passkey: 'a passkey',
    sms: 'a code by text message',
    email: 'a code by e-mail',
    'recovery-code': 'the recovery code',
  },
} as const satisfies Record<Language, Record<AuthMethod, string>>
