import { useCallback } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { ComparisonPageDocument } from './comparison.generated.ts'

/** Saves the roster as a file. When the session has ended, asking the page's own question again opens the sign-in, and the download goes on. */
export function useRosterDownload(declarationId: string) {
  const client = useClient()
  const { language } = useLanguage()
  return useCallback(
    async (format: 'xlsx' | 'csv'): Promise<boolean> => {
      const address = `/documents/roster/${declarationId}.${format}?lang=${language}`
      let answer = await fetch(address)
      if (answer.status === 401) {
        await client.query({ query: ComparisonPageDocument, fetchPolicy: 'network-only' })
        answer = await fetch(address)
      }
      if (!answer.ok) return false
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await answer.blob())
      link.download =
        /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? `roster.${format}`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
      await client.query({ query: ComparisonPageDocument, fetchPolicy: 'network-only' })
      return true
    },
    [client, declarationId, language],
  )
}
