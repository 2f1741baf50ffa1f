import { Button, NativeSelect, Textarea } from '@mantine/core'
import { noteLength, withoutNote, wrapUps } from '@shebao/hotline'
import { useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { EndHotlineCallDocument } from './hotline.generated.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'
import { outcomeMessages } from './outcome-messages.ts'

const [leastNote, mostNote] = noteLength

/** Every call ends with a code and a word about it. */
export function EndOfCall({ id, onChange }: { id: string; onChange: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const word = useMessages(outcomeMessages)
  const [end, { loading }] = useMutation(EndHotlineCallDocument)
  const [code, setCode] = useState('')
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<{ code?: string; note?: string; all?: string }>({})
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const outcome = wrapUps.find((one) => one === code)
    if (!outcome) return setWrong({ code: t('codeNeeded') })
    const length = [...note.trim()].length
    if (length > mostNote || (length < leastNote && (length > 0 || !withoutNote.includes(outcome))))
      return setWrong({ note: t('noteNeeded') })
    setWrong({})
    const given = { id, outcome, note: note.trim() || null }
    const ended = (await end({ variables: given }).catch(() => undefined))?.data?.endHotlineCall
    if (ended?.__typename === 'HotlineRefused') return setWrong({ code: t(`refused${ended.reason}`) })
    if (!ended) return setWrong({ all: t('failed') })
    return void (await onChange())
  }
  return (
    <form className={style.end} aria-labelledby="end-of-call" noValidate onSubmit={(event) => void send(event)}>
      <h3 id="end-of-call">{t('end')}</h3>
      <p>{t('endText')}</p>
      {wrong.all ? <Notice tone="refused">{wrong.all}</Notice> : null}
      <NativeSelect
        label={t('code')}
        value={code}
        error={wrong.code}
        data={[{ value: '', label: '' }, ...wrapUps.map((value) => ({ value, label: word(value) }))]}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Textarea
        label={t('note')}
        description={t('noteHint')}
        value={note}
        error={wrong.note}
        rows={2}
        maxLength={mostNote}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={loading}>
        {t('end')}
      </Button>
    </form>
  )
}
