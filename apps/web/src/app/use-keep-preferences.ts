import { useMantineColorScheme } from '@mantine/core'
import { useLanguage } from '../messages/use-language.ts'

/** Signing out empties what the browser keeps for us (Clear-Site-Data). How somebody likes to read is no secret: it is put back. */
export function useKeepPreferences(): () => void {
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return () => {
    setColorScheme(colorScheme)
    setLanguage(language).catch(() => null)
  }
}
