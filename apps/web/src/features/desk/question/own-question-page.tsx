import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm, type StepAnswer } from '../../../shared/case/step-form.tsx'
import { TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { questionWords } from './messages.ts'
import { ownMessages } from './own-messages.ts'
import { QuestionFacts } from './question-facts.tsx'
import {
  CloseQuestionDocument,
  MyQuestionDocument,
  RateQuestionDocument,
  ReopenQuestionDocument,
} from './question.generated.ts'
import type { QuestionRefusal, QuestionWholeFragment, ReopenQuestionMutation } from './question.generated.ts'
import style from './question.module.css'
import { Thread, TransferPaper } from './thread.tsx'

type Outcome = ReopenQuestionMutation['reopenQuestion'] | undefined

/** One question of the signed-in person: what was written, and what they may do about the answer. */
export function OwnQuestionPage() {
  const t = useMessages(ownMessages)
  const words = useMessages(questionWords)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(MyQuestionDocument, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { question } = data
  return (
    <>
      <PageHeader title={`${words(question.kind)} ${question.number}`} above={<Link to="/me/ask">{t('back')}</Link>} />
      <QuestionFacts question={question} />
      <section className={style.section}>
        <h2>{words('thread')}</h2>
        <Thread entries={question.entries} />
      </section>
      <TransferPaper question={question} reader="PERSON" />
      {question.state === 'ANSWERED' || question.state === 'CLOSED' ? (
        <Rate key={question.id} question={question} />
      ) : null}
      {question.state === 'ANSWERED' ? <AfterAnswer key={question.mark} question={question} renew={refetch} /> : null}
    </>
  )
}

const ratings = [1, 2, 3, 4, 5] as const

function Rate({ question: { id, rating } }: { question: QuestionWholeFragment }) {
  const t = useMessages(ownMessages)
  const words = useMessages(questionWords)
  const [word, setWord] = useState('')
  const [said, setSaid] = useState<'done' | 'refused'>()
  const [rate, { loading }] = useMutation(RateQuestionDocument, { refetchQueries: [MyQuestionDocument] })
  const give = async (value: number) => {
    const { data } = await rate({ variables: { id, rating: value, word } }).catch(() => ({ data: undefined }))
    const done = data?.rateQuestion.__typename === 'Question'
    if (done) setWord('')
    setSaid(done ? 'done' : 'refused')
  }
  return (
    <section className={style.section}>
      <h2>{t('rate')}</h2>
      {said ? <Notice tone={said}>{said === 'done' ? t('rated') : words('failed')}</Notice> : null}
      <TextInput
        label={t('word')}
        value={word}
        maxLength={300}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <fieldset className={style.rates}>
        <legend className="visually-hidden">{t('rate')}</legend>
        {ratings.map((value) => (
          <Button
            key={value}
            variant={rating === value ? 'filled' : 'default'}
            aria-pressed={rating === value}
            disabled={loading}
            onClick={() => void give(value)}
          >
            {t(`rate${value}`)}
          </Button>
        ))}
      </fieldset>
    </section>
  )
}

function AfterAnswer({ question, renew }: { question: QuestionWholeFragment; renew: () => Promise<unknown> }) {
  const t = useMessages(ownMessages)
  const words = useMessages(questionWords)
  const format = useFormat()
  const [reopen] = useMutation(ReopenQuestionDocument)
  const [close] = useMutation(CloseQuestionDocument)
  const { id, mark: decidedOn, reopenUntil } = question
  const goOn = async (outcome: Outcome): Promise<StepAnswer<QuestionRefusal>> => {
    if (outcome?.__typename === 'QuestionRefused') return [outcome.reason]
    if (outcome?.__typename === 'StaleDecision') return outcome
    await renew()
    return []
  }
  const problems = (found: readonly QuestionRefusal[]) =>
    found.map((problem) => (
      <Notice key={problem} tone="refused">
        {words(problem)}
      </Notice>
    ))
  return (
    <section className={style.section}>
      <h2>{t('notSolved')}</h2>
      {reopenUntil ? <p className={style.soft}>{t('reopenUntil', { date: format.date(reopenUntil) })}</p> : null}
      <StepForm
        blank={{ text: '' }}
        fields={(control) => (
          <TextareaField
            control={control}
            name="text"
            label={t('further')}
            hint={words('textHint')}
            rows={3}
            maxLength={2000}
          />
        )}
        wrong={({ text }) => (isText(text) ? {} : { text: words('textHint') })}
        verb={t('reopen')}
        aside
        take={async ({ text }) => goOn((await reopen({ variables: { id, decidedOn, text } })).data?.reopenQuestion)}
        problems={problems}
        renew={renew}
      />
      <StepForm
        blank={{}}
        verb={t('close')}
        ask={() => ({ title: t('closeTitle'), text: t('closeText') })}
        take={async () => goOn((await close({ variables: { id, decidedOn } })).data?.closeQuestion)}
        problems={problems}
        renew={renew}
      />
    </section>
  )
}
