import { LANGUAGES, type Language, type Messages } from './messages.ts'

/**
 * Which texts: those of the first page and of all, those of the steps from there, those behind the sign-in, those of where a
 * password is chosen, or those of where a second step is shown or linked.
 */
type Part = 'outside' | 'steps' | 'inside' | 'choosing' | 'proving'

/** What is shown now: a language, and as many of its texts as the visited pages needed. */
type Catalogue = { language: Language; messages: Texts }
type Texts = Partial<Messages>

let current: Catalogue = { language: 'nl', messages: {} }
const parts = new Set<Part>(['outside'])
const readers = new Set<() => void>()

export const catalogue = {
  get: () => current,
  subscribe(reader: () => void) {
    readers.add(reader)
    return () => readers.delete(reader)
  },
}

/** Shows every text in `language` from now on, and remembers it on this device. */
export async function setLanguage(language: Language) {
  await show(language)
  remember(language)
}

/** Shows the language that a mail was written in, unless another one was chosen on this device. */
export async function suggestLanguage(language: Language) {
  if (remembered() === null && language !== current.language) await show(language)
}

/** Loads the texts of a part, before its first page is shown. */
export async function needMessages(part: Part) {
  if (parts.has(part)) return
  parts.add(part)
  try {
    await show(current.language)
  } catch (error) {
    parts.delete(part) // to be tried again by the next page that needs it
    throw error
  }
}

/** The language chosen on this device, or else the first of the browser's that we have, or else Dutch. */
export async function startLanguage() {
  const wished = [remembered(), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  await show(wished.map(known).find((language) => language !== undefined) ?? 'nl')
}

async function show(language: Language) {
  const loaded = await Promise.all([...parts].map((part) => files[language][part]()))
  // Of two parts that are needed at once the one must not take away the other, whichever comes last.
  const messages: Texts = language === current.language ? { ...current.messages } : {}
  for (const texts of loaded) Object.assign(messages, texts)
  current = { language, messages }
  document.documentElement.lang = language
  for (const reader of readers) reader()
}

const known = (tag: string | null) => LANGUAGES.find((language) => language === tag)

// The English texts are other strings than the Dutch ones that the type names, with the same keys and arguments: see
// messages.test.ts. Hence the one widening below.
const english = (texts: object): Texts => texts

const files: Record<Language, Record<Part, () => Promise<Texts>>> = {
  nl: {
    outside: async () => (await import('./nl/outside.ts')).outside,
    steps: async () => (await import('./nl/steps.ts')).steps,
    inside: async () => (await import('./nl/inside.ts')).inside,
    choosing: async () => (await import('./nl/choosing.ts')).choosing,
    proving: async () => (await import('./nl/proving.ts')).proving,
  },
  en: {
    outside: async () => english((await import('./en/outside.ts')).outside),
    steps: async () => english((await import('./en/steps.ts')).steps),
    inside: async () => english((await import('./en/inside.ts')).inside),
    choosing: async () => english((await import('./en/choosing.ts')).choosing),
    proving: async () => english((await import('./en/proving.ts')).proving),
  },
}

const KEY = 'keyholder.language'

// A browser may refuse storage (private mode, policy): the choice then lasts as long as the page.
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function remember(language: Language) {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    return
  }
}
