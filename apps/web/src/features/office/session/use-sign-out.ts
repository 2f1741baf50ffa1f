import { useCallback, useState } from 'react'
import { useClient, useMutation } from '../../../shared/data/hooks.tsx'
import { forgetUnlessOf } from '../../../shared/kept-record/kept-mark.ts'
import { SetLanguageDocument, SignOutDocument } from './viewer.generated.ts'

/** The database of kept drafts comes when it is asked, not with every frame. */
const shelf = () => import('../../../shared/drafts/shelf.ts')

export interface SigningOut {
  /** Signs out, or asks first when something of the account is on this device alone. */
  ask: () => void
  /** What would be lost. */
  losing: { drafts: number; submissions: number } | undefined
  confirm: () => void
  cancel: () => void
}

/**
 * Ends the session and leaves nothing of it in the browser: what was kept of the account goes, and a full load drops every cached record.
 * Whatever the office does not have yet is named first.
 */
export function useSignOut(account: string | undefined): SigningOut {
  const client = useClient()
  const [signOut] = useMutation(SignOutDocument)
  const [losing, setLosing] = useState<SigningOut['losing']>()
  const leave = async () => {
    setLosing(undefined)
    await signOut().catch(() => undefined)
    if (account !== undefined) await forget(account).catch(() => undefined)
    await forgetUnlessOf(undefined).catch(() => undefined)
    await client.clearStore()
    window.location.assign('/')
  }
  const ask = async () => {
    const kept = account === undefined ? undefined : await count(account).catch(() => undefined)
    if (kept && kept.drafts + kept.submissions > 0) setLosing(kept)
    else await leave()
  }
  return {
    ask: () => void ask(),
    losing,
    confirm: () => void leave(),
    cancel: () => setLosing(undefined),
  }
}

const count = async (account: string) => (await shelf()).countOfAccount(account)

async function forget(account: string): Promise<void> {
  const { closeShelf, removeAccount } = await shelf()
  await removeAccount(account)
  await closeShelf()
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
