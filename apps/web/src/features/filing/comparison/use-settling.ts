import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ReopenDifferencesDocument, ResolveDifferencesDocument } from './comparison.generated.ts'
import type { ResolveRefusal } from './comparison.generated.ts'
import type { Choice } from './difference.ts'
import { messages } from './messages.ts'

/** Settles differences and takes them up again; `onDone` follows each attempt, `failure` says why one did not do. */
export function useSettling(declarationId: string, onDone: () => Promise<void>) {
  const t = useMessages(messages)
  const [failure, setFailure] = useState<string>()
  const [resolve] = useMutation(ResolveDifferencesDocument)
  const [reopen] = useMutation(ReopenDifferencesDocument)
  const after = async (work: () => Promise<Outcome | undefined>) => {
    setFailure(undefined)
    try {
      const outcome = await work()
      setFailure(outcome?.__typename === 'ResolveRefused' ? t(`refused${outcome.code}`) : undefined)
      await onDone()
    } catch {
      setFailure(t('failed'))
    }
  }
  const settle = (choice: Choice) =>
    after(async () => (await resolve({ variables: { declarationId, ...choice } })).data?.resolveDifferences)
  const takeUp = (id: string) =>
    after(async () => (await reopen({ variables: { declarationId, ids: [id] } })).data?.reopenDifferences)
  return { failure, settle, takeUp }
}

type Outcome = { __typename: 'DifferencesResolved' } | { __typename: 'ResolveRefused'; code: ResolveRefusal }
