import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { AnswerTerm, questionWords, topics } from '../question/index.ts'
import { callerMessages } from './caller-messages.ts'
import { TakeDownForHotlineCallerDocument, type TakeDownForHotlineCallerMutation } from './hotline.generated.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'

const subjects = ['NOTHING', 'MONTH', 'CARD'] as const
const [leastText, mostText] = [4, 2000]
const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/
const isNumber = /^\+?[\d\s()-]{7,20}$/
const blank = { topic: '', about: 'NOTHING', period: '', text: '', callBack: '' }
type Field = keyof typeof blank
type Taken = Extract<TakeDownForHotlineCallerMutation['takeDownForHotlineCaller'], { __typename: 'Question' }>

/** What the caller asks, in writing: it gets a number for the caller, and waits on the desk of questions. */
export function TicketForm({ callId, onTaken }: { callId: string; onTaken: () => Promise<unknown> }) {
  const t = useMessages(callerMessages)
  const [open, setOpen] = useState(false)
  const format = useFormat()
  const [taken, setTaken] = useState<Taken>()
  return (
    <section className={style.part}>
      <h3>{t('ticket')}</h3>
      {taken ? (
        <Notice tone="done">
          {t('ticketTaken', { number: taken.number, date: format.date(taken.dueOn) })}
          <Facts
            facts={[
              [t('answerer'), taken.holderName ?? t('answererDesk')],
              [t('whyThen'), <AnswerTerm key="term" term={taken.term} />],
            ]}
          />
        </Notice>
      ) : null}
      {open ? (
        <Form
          callId={callId}
          onTaken={(question) => {
            setTaken(question)
            setOpen(false)
            void onTaken()
          }}
        />
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('writeTicket')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Form({ callId, onTaken }: { callId: string; onTaken: (question: Taken) => void }) {
  const t = useMessages(callerMessages)
  const words = useMessages(questionWords)
  const desk = useMessages(messages)
  const [take, { loading }] = useMutation(TakeDownForHotlineCallerDocument)
  // However often it is pressed, it is one question.
  const [askingKey] = useState(() => crypto.randomUUID())
  const [given, setGiven] = useState(blank)
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({})
  const [problem, setProblem] = useState<string>()
  const field = (name: Field) => ({
    value: given[name],
    error: wrong[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setGiven((before) => ({ ...before, [name]: value }))
    },
  })
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const topic = topics.find((one) => one === given.topic)
    const about = subjects.find((one) => one === given.about) ?? 'NOTHING'
    const length = [...given.text.trim()].length
    const found = {
      ...(topic ? {} : { topic: t('choose') }),
      ...(about === 'MONTH' && !isMonth.test(given.period) ? { period: t('periodWrong') } : {}),
      ...(length < leastText || length > mostText ? { text: words('textHint') } : {}),
      ...(given.callBack.trim() !== '' && !isNumber.test(given.callBack.trim())
        ? { callBack: t('callBackWrong') }
        : {}),
    }
    setWrong(found)
    setProblem(undefined)
    if (!topic || Object.keys(found).length > 0) return
    const input = {
      askingKey,
      topic,
      about,
      period: about === 'MONTH' ? given.period : null,
      text: given.text,
      callBack: given.callBack.trim() || null,
    }
    const outcome = (await take({ variables: { id: callId, input } }).catch(() => undefined))?.data
      ?.takeDownForHotlineCaller
    if (outcome?.__typename === 'Question') return onTaken(outcome)
    setProblem(outcome ? desk(`refused${outcome.reason}`) : desk('failed'))
  }
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <NativeSelect
        label={words('topic')}
        data={[{ value: '', label: '' }, ...topics.map((value) => ({ value, label: words(value) }))]}
        {...field('topic')}
      />
      <NativeSelect
        label={t('about')}
        data={subjects.map((value) => ({ value, label: t(`about${value}`) }))}
        {...field('about')}
      />
      {given.about === 'MONTH' ? <TextInput type="month" label={t('period')} {...field('period')} /> : null}
      <Textarea
        label={t('ticketText')}
        description={words('textHint')}
        rows={4}
        maxLength={mostText}
        {...field('text')}
      />
      <TextInput
        type="tel"
        label={t('callBack')}
        description={t('callBackHint')}
        maxLength={20}
        autoComplete="off"
        {...field('callBack')}
      />
      <Button type="submit" loading={loading}>
        {t('takeTicket')}
      </Button>
    </form>
  )
}
