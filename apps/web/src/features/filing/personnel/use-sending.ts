import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { refusalText } from './refusal-text.ts'
import { uploadList } from './upload-list.ts'
import type { UploadedRow } from './upload-list.ts'
import type { HeldList } from './use-personnel-list.ts'

export interface Sending {
  done: number
  /** The connection is lost; it goes on by itself. */
  waiting: boolean
  /** Rows a second. */
  rate: number
  stop: () => void
}

interface SendingOf {
  declarationId: string
  held: HeldList
  onDone: (note: string, saved?: HeldList) => void
}

/** Sends a list that was read to the office, says how far it is, and words what came of it. */
export function useSending({ declarationId, held, onDone }: SendingOf) {
  const t = useMessages(messages)
  const client = useApolloClient()
  const [sending, setSending] = useState<Sending>()
  const [failure, setFailure] = useState<string>()

  const send = async (rows: readonly UploadedRow[], mode: 'REPLACE' | 'MERGE') => {
    setFailure(undefined)
    const stop = new AbortController()
    const begun = performance.now()
    const show = (done: number, waiting: boolean) => {
      const seconds = (performance.now() - begun) / 1_000
      setSending({ done, waiting, rate: seconds > 0 ? done / seconds : 0, stop: () => stop.abort() })
    }
    show(0, false)
    try {
      const outcome = await uploadList(client, {
        declarationId,
        expectedRevision: held.revision,
        mode,
        rows,
        signal: stop.signal,
        onProgress: show,
      })
      if (outcome.kind === 'saved') {
        const saved = { list: held.list.takingIn(rows, mode), revision: outcome.revision }
        return onDone(t('listSaved', { count: rows.length }), saved)
      }
      if (outcome.kind === 'conflict') return onDone(t('conflictUpload'))
      setFailure(outcome.kind === 'stopped' ? t('uploadStopped') : refusalText(t, outcome.code, outcome.rows))
    } catch {
      setFailure(t('uploadFailed'))
    }
    setSending(undefined)
  }
  return { sending, failure, send }
}
