import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { keepAnswer, readKept } from './kept-answer.ts'
import { messages } from './messages.ts'
import { AnswerReviewNoteDocument } from './note.generated.ts'

interface Answerable {
  id: string
  answer: string | null
}

/** The answer to one note while it is written: begun, kept, saved, or met by a colleague's. */
export function useNoteAnswer(declarationId: string, note: Answerable) {
  const t = useMessages(messages)
  const [text, setText] = useState(() => readKept(note.id))
  const [was, setWas] = useState(note.answer ?? '')
  const [problem, setProblem] = useState<string>()
  const [send, { loading }] = useMutation(AnswerReviewNoteDocument)
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
    if (text === null || loading) return
    // An answer that stood may be taken back; none that is blank is begun.
    if (text.trim() === '' && was === '') return setProblem(t('needAnswer'))
    try {
      const input = { declarationId, noteId: note.id, answer: text, was }
      const { data } = await send({ variables: { input } })
      const outcome = data?.answerReviewNote
      if (outcome?.__typename === 'ReviewNoteAnswered') return write(null)
      if (outcome?.__typename === 'ReviewNoteAnswerChanged') {
        setWas(outcome.answer ?? '')
        return setProblem(outcome.answer ? t('changed', { text: outcome.answer }) : t('changedEmpty'))
      }
      setProblem(outcome?.__typename === 'DeclarationRefused' ? t('refused') : t('failed'))
    } catch {
      setProblem(t('failed'))
    }
  }
  return { text, problem, busy: loading, begin, write, cancel: () => write(null), save }
}
