import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { keepAnswer, readKept } from './kept-answer.ts'
import { messages } from './messages.ts'

interface Answerable {
  id: string
  answer: string | null
}

/** What came of an answer: kept, met by a colleague's, or too late. */
export type AnswerOutcome = { kind: 'saved' } | { kind: 'changed'; answer: string | null } | { kind: 'refused' }

export interface SentAnswer {
  noteId: string
  answer: string
  was: string
}

/** The answer to one note while it is written: begun, kept, saved, or met by a colleague's. `send` brings it to the office; what it throws is said. */
export function useNoteAnswer(note: Answerable, send: (sent: SentAnswer) => Promise<AnswerOutcome>) {
  const t = useMessages(messages)
  const [text, setText] = useState(() => readKept(note.id))
  const [was, setWas] = useState(note.answer ?? '')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const write = (next: string | null) => {
    setText(next)
    setProblem(undefined)
    keepAnswer(note.id, next)
  }
  const begin = () => {
    setWas(note.answer ?? '')
    write(note.answer ?? '')
  }
  const save = async () => {
    if (text === null || busy) return
    // An answer that stood may be taken back; none that is blank is begun.
    if (text.trim() === '' && was === '') return setProblem(t('needAnswer'))
    setBusy(true)
    try {
      const outcome = await send({ noteId: note.id, answer: text, was })
      if (outcome.kind === 'saved') return write(null)
      if (outcome.kind === 'refused') return setProblem(t('refused'))
      setWas(outcome.answer ?? '')
      setProblem(outcome.answer ? t('changed', { text: outcome.answer }) : t('changedEmpty'))
    } catch {
      setProblem(t('failed'))
    } finally {
      setBusy(false)
    }
  }
  return { text, problem, busy, begin, write, cancel: () => write(null), save }
}
