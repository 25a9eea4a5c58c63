import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './languages.ts'
import { PROBLEMS } from './problems.ts'
import { AVOIDED_WORDS, betterWords } from './vocabulary.ts'

describe('a word that is not used', () => {
  const every = LANGUAGES.flatMap((language) =>
    AVOIDED_WORDS[language].map(([, instead, example]) => [language, example, instead] as const),
  )

  it.each(every)('(%s) is found in “%s”, which should say: %s', (language, example, instead) => {
    expect(betterWords(example, language)).toContain(instead)
  })

  it.each([
    [
      'nl',
      'Je krijgt een e-mail op je e-mailadres. Heb je Google Authenticator? Vul de herkoppelcode in, dan word je ingelogd.',
    ],
    ['nl', 'Je wordt zo uitgelogd. Koppel een authenticator-app. Wij mailen je een code op {email}.'],
    ['en', 'Enter the re-link code from your e-mail in Google Authenticator or another authenticator app.'],
  ] as const)('(%s) is not found in “%s”', (language, text) => expect(betterWords(text, language)).toEqual([]))
})

it('the sentences of problems use the words of the product', () => {
  const ill = Object.values(PROBLEMS).filter(({ sentence }) => betterWords(sentence, 'en').length > 0)
  // Developers read them: to those a token is a token.
  expect(ill.filter(({ sentence }) => !sentence.includes('access token'))).toEqual([])
})
