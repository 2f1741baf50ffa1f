import { useApolloClient, useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { SetLanguageDocument, SignOutDocument } from './viewer.generated.ts'

/** Ends the session and leaves nothing of it in the browser: a full load drops every cached record. */
export function useSignOut(): () => void {
  const client = useApolloClient()
  const [signOut] = useMutation(SignOutDocument)
  return useCallback(() => {
    void signOut()
      .catch(() => undefined)
      .then(() => client.clearStore())
      .then(() => window.location.assign('/'))
  }, [client, signOut])
}

/** Keeps the chosen language with the account as well, for letters and printed documents. */
export function useKeepLanguage(): (language: 'zh-CN' | 'en') => void {
  const [keep] = useMutation(SetLanguageDocument)
  return useCallback(
    (language) => {
      keep({ variables: { language: language === 'en' ? 'EN' : 'ZH_CN' } }).catch(() => undefined)
    },
    [keep],
  )
}
