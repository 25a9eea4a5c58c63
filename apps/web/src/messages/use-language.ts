import { useSyncExternalStore } from 'react'
import { catalogue, setLanguage } from './catalogue.ts'

/** The language of the interface, its texts so far, and the way to change it. */
export function useLanguage() {
  const { language, messages } = useSyncExternalStore(catalogue.subscribe, catalogue.get)
  return { language, messages, setLanguage }
}
