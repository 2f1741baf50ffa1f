import { MantineProvider } from '@mantine/core'
import { LanguageProvider } from '../shared/lib/language-context.tsx'
import { PageRouter } from '../shared/routing/page-router.tsx'
import { StartBar } from '../shared/ui/start-bar.tsx'
import { theme } from '../shared/ui/theme.ts'
import { navigation } from './router.tsx'

export function App() {
  return (
    // Nothing writes a style element: the variables are a file (theme-variables.ts), and nobody uses `visibleFrom`.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <LanguageProvider>
        <PageRouter navigation={navigation} waiting={<StartBar />} />
      </LanguageProvider>
    </MantineProvider>
  )
}
