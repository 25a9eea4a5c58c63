import { useMantineColorScheme } from '@mantine/core'
import { useLanguage } from '../messages/use-language.ts'

/** Signing out clears the browser's storage for us (Clear-Site-Data). Language and appearance are no secret: they are put back. */
export function useKeepPreferences(): () => void {
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return () => {
    setColorScheme(colorScheme)
    setLanguage(language).catch(() => null)
  }
}
