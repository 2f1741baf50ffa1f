import { MantineProvider } from '@mantine/core'
import { LanguageProvider } from '../shared/lib/language-context.tsx'
import { PageRouter } from '../shared/routing/page-router.tsx'
import { StartBar } from '../shared/ui/start-bar.tsx'
import { cssVariables, theme } from '../shared/ui/theme.ts'
import { navigation } from './router.tsx'

export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      deduplicateCssVariables={false}
    >
      <LanguageProvider>
        <PageRouter navigation={navigation} waiting={<StartBar />} />
      </LanguageProvider>
    </MantineProvider>
  )
}
