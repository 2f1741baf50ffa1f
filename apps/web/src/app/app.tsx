import { MantineProvider } from '@mantine/core'
import { RouterProvider } from 'react-router/dom'
import { LanguageProvider } from '../shared/lib/language-context.tsx'
import { cssVariables, theme } from '../shared/ui/theme.ts'
import { router } from './router.tsx'

export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      deduplicateCssVariables={false}
    >
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </MantineProvider>
  )
}
