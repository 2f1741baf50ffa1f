import { ApolloProvider } from '@apollo/client/react'
import { MantineProvider } from '@mantine/core'
import { RouterProvider } from 'react-router/dom'
import { LanguageProvider } from '../shared/lib/language-context.tsx'
import { cssVariables, theme } from '../shared/ui/theme.ts'
import { apolloClient } from './apollo-client.ts'
import { ReSignInGate } from './re-sign-in-gate.tsx'
import { router } from './router.tsx'

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={cssVariables} deduplicateCssVariables={false}>
      <LanguageProvider>
        <ApolloProvider client={apolloClient}>
          <RouterProvider router={router} />
          <ReSignInGate />
        </ApolloProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}
