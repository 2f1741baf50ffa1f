import { useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './later-messages.ts'
import { refusalText } from './refusal-text.ts'
import { uploadList } from './upload-list.ts'
import type { HeldList } from './personnel-list.ts'
import type { RosterFile } from './use-roster-file.ts'

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
  people: RosterFile['people']
  onDone: (note: string) => Promise<void>
}

/** Sends a list that was read to the office, says how far it is, and words what came of it. */
export function useSending({ declarationId, held, people, onDone }: SendingOf) {
  const t = useMessages(messages)
  const client = useClient()
  const [sending, setSending] = useState<Sending>()
  const [failure, setFailure] = useState<string>()

  const send = async (total: number, mode: 'REPLACE' | 'MERGE') => {
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
        total,
        people,
        signal: stop.signal,
        onProgress: show,
      })
      if (outcome.kind === 'saved') return await onDone(t('listSaved', { count: total }))
      if (outcome.kind === 'conflict') return await onDone(t('conflictUpload'))
      setFailure(outcome.kind === 'stopped' ? t('uploadStopped') : refusalText(t, outcome.code, outcome.rows))
    } catch {
      setFailure(t('uploadFailed'))
    }
    setSending(undefined)
  }
  return { sending, failure, send }
}
