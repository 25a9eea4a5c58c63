import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { queryClient } from '../client/query-client.ts'
import { formats } from '../messages/formats.ts'
import { LOCALES } from '../messages/messages.ts'
import { useLanguage } from '../messages/use-language.ts'
import { theme } from './theme.ts'

const colorSchemeManager = localStorageColorSchemeManager({ key: 'keyholder.appearance' })

export function Providers({ children }: { children: ReactNode }) {
  const { language, messages } = useLanguage()
  return (
    <QueryClientProvider client={queryClient}>
      <IntlProvider locale={LOCALES[language]} messages={messages} formats={formats} timeZone="Europe/Amsterdam">
        {/* Variables and classes come from a static style sheet: the CSP allows no <style> element. */}
        <MantineProvider
          theme={theme}
          defaultColorScheme="auto"
          colorSchemeManager={colorSchemeManager}
          withCssVariables={false}
          withGlobalClasses={false}
        >
          {children}
        </MantineProvider>
      </IntlProvider>
    </QueryClientProvider>
  )
}
