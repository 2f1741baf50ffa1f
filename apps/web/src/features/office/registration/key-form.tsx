import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Application } from './application.ts'
import type { ApplicationKey } from './kept-application.ts'
import { messages } from './messages.ts'
import { ReadRegistrationDocument } from './registration.generated.ts'
import style from './registration.module.css'
import { useRefusalWords } from './use-refusal-words.ts'

interface KeyFormProps {
  onFound: (key: ApplicationKey, application: Application) => void
}

/** Number and secret of an application that was begun before. */
export function KeyForm({ onFound }: KeyFormProps) {
  const t = useMessages(messages)
  const words = useRefusalWords()
  const [key, setKey] = useState<ApplicationKey>({ number: '', secret: '' })
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (key.number.trim() === '' || key.secret.trim() === '') return
    setSending(true)
    setProblem(undefined)
    try {
      const { readRegistration: found } = await sendOperation(ReadRegistrationDocument, { key })
      if (found.__typename === 'RegistrationApplication') return onFound(key, found)
      setProblem(words(found))
    } catch {
      setProblem(t('failed'))
    }
    setSending(false)
  }
  const needed = (field: keyof ApplicationKey, text: string) => (tried && key[field].trim() === '' ? text : undefined)
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <TextInput
        label={t('number')}
        value={key.number}
        error={needed('number', t('needNumber'))}
        onChange={(event) => setKey({ ...key, number: event.currentTarget.value })}
        autoComplete="off"
        spellCheck={false}
        maxLength={20}
      />
      <TextInput
        label={t('secret')}
        description={t('secretHint')}
        value={key.secret}
        error={needed('secret', t('needSecret'))}
        onChange={(event) => setKey({ ...key, secret: event.currentTarget.value })}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
      />
      <div>
        <Button type="submit" variant="default" loading={sending}>
          {t('lookButton')}
        </Button>
      </div>
    </form>
  )
}
