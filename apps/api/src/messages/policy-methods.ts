import { FACTOR_KINDS, type FactorKind, type Language } from '@keyholder/domain'

/** Ways to take the second step as people say them, of kinds with a comma between them: "sms of code per e-mail". */
export function methodsInWords(kinds: string, language: Language): string {
  const words = kinds.split(',').map((kind) => methodInWords(kind, language))
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(words)
}

function methodInWords(word: string, language: Language): string {
  const known = FACTOR_KINDS.find((kind) => kind === word)
  return known ? METHODS[language][known] : word
}

const METHODS: Record<Language, Record<FactorKind, string>> = {
  nl: { authenticator: 'authenticator-app', passkey: 'passkey', sms: 'sms', email: 'code per e-mail' },
  en: { authenticator: 'authenticator app', passkey: 'passkey', sms: 'text message', email: 'code by e-mail' },
}
