import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { useKeptForm } from '../../../shared/drafts/use-kept-form.ts'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import {
  FilesField,
  filesError,
  idsOf,
  MonthField,
  SelectField,
  TextareaField,
  useFilesCheck,
  type GivenFile,
} from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { insuranceWords, stripeInsurances, type StripeInsurance } from '../../../shared/ui/insurance-words.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { askMessages } from './ask-messages.ts'
import { questionWords } from './messages.ts'
import { NoticeField } from './notice-field.tsx'
import { AskQuestionDocument, MyQuestionsDocument } from './question.generated.ts'
import type { ArticleTextFragment, QuestionKind, QuestionSubject, QuestionTopic } from './question.generated.ts'
import style from './question.module.css'
import { topics } from './topics.ts'

const kinds = ['QUESTION', 'CORRECTION'] as const
const subjects = ['NOTHING', 'MONTH', 'CARD', 'NOTICE'] as const
const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/
const [leastShort, mostShort] = [1, 300]

interface Values {
  kind: QuestionKind | null
  topic: QuestionTopic | null
  about: QuestionSubject | null
  period: string | null
  notice: string | null
  insurance: StripeInsurance | null
  text: string
  proposed: string
  files: readonly GivenFile[]
}

interface AskFormProps {
  /** The month it was opened from. */
  period: string | undefined
  /** The message it was opened from. */
  notice: string | undefined
  /** The article that did not answer it. */
  article: ArticleTextFragment | undefined
  onSent: (number: string) => void
}

/** Asks the office; what is typed stays on this device until the office has it. */
export function AskForm(props: AskFormProps) {
  const what = {
    kind: 'QUESTION',
    of: props.period ?? '',
    path: props.period ? `/me/ask?month=${props.period}` : props.notice ? `/me/ask?notice=${props.notice}` : '/me/ask',
  } as const
  return (
    <WithKept<Values> draft={`question.${props.period ?? props.notice ?? ''}`} what={what}>
      {(keeping) => <Form keeping={keeping} {...props} />}
    </WithKept>
  )
}

function Form({ keeping, period, notice, article, onSent }: AskFormProps & { keeping: Keeping<Values> }) {
  const t = useMessages(askMessages)
  const words = useMessages(questionWords)
  const insurances = useMessages(insuranceWords)
  const filesWrong = useFilesCheck()
  const [problem, setProblem] = useState<string>()
  const [start] = useState<Values>(() => ({
    kind: 'QUESTION',
    topic: article?.topic ?? 'RECORD',
    about: period !== undefined ? 'MONTH' : notice !== undefined ? 'NOTICE' : 'NOTHING',
    period: period ?? null,
    notice: notice ?? null,
    insurance: null,
    text: '',
    proposed: '',
    files: [],
  }))
  // However often it is pressed, it is one question.
  const [askingKey] = useState(() => crypto.randomUUID())
  const [ask, { loading }] = useMutation(AskQuestionDocument, { refetchQueries: [MyQuestionsDocument] })
  const { control, handleSubmit, restored, discard, forget } = useKeptForm<Values>({
    keeping,
    blank: start,
    errors: (given) => {
      const proposed = [...given.proposed.trim()].length
      const correction = given.kind === 'CORRECTION'
      return {
        ...(given.kind === null ? { kind: { type: 'value', message: t('choose') } } : {}),
        ...(given.topic === null ? { topic: { type: 'value', message: t('choose') } } : {}),
        ...(given.about === null ? { about: { type: 'value', message: t('choose') } } : {}),
        ...(given.about === 'MONTH' && !isMonth.test(given.period ?? '')
          ? { period: { type: 'value', message: t('periodWrong') } }
          : {}),
        ...(given.about === 'NOTICE' && given.notice === null
          ? { notice: { type: 'value', message: t('noticeWrong') } }
          : {}),
        ...(isText(given.text) ? {} : { text: { type: 'value', message: words('textHint') } }),
        ...(correction && (proposed < leastShort || proposed > mostShort)
          ? { proposed: { type: 'value', message: t('proposedHint') } }
          : {}),
        ...filesError(correction && given.files.length === 0 ? words('EVIDENCE_MISSING') : filesWrong(given.files)),
      }
    },
  })
  const [kind, about] = useWatch({ control, name: ['kind', 'about'] })
  const send = handleSubmit(async (given) => {
    if (given.kind === null || given.topic === null || given.about === null) return
    setProblem(undefined)
    const input = {
      askingKey,
      kind: given.kind,
      topic: given.topic,
      about: given.about,
      period: given.about === 'MONTH' ? given.period : null,
      noticeId: given.about === 'NOTICE' ? given.notice : null,
      insurance: given.about === 'MONTH' ? given.insurance : null,
      articleId: article?.id ?? null,
      text: given.text,
      proposed: given.kind === 'CORRECTION' ? given.proposed : null,
      files: idsOf(given.files),
    }
    const { data } = await ask({ variables: { input } }).catch(() => ({ data: undefined }))
    const outcome = data?.askQuestion
    if (outcome?.__typename === 'Question') {
      await forget()
      return onSent(outcome.number)
    }
    setProblem(outcome?.__typename === 'QuestionRefused' ? words(outcome.reason) : words('failed'))
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      <RestoredNotice typedAt={restored} onDiscard={discard} />
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <SelectField
        control={control}
        name="kind"
        label={t('kind')}
        options={kinds.map((value) => ({ value, label: t(`kind${value}`) }))}
      />
      <SelectField
        control={control}
        name="topic"
        label={words('topic')}
        options={topics.map((value) => ({ value, label: words(value) }))}
      />
      <SelectField
        control={control}
        name="about"
        label={t('about')}
        options={subjects.map((value) => ({ value, label: t(`about${value}`) }))}
      />
      {about === 'MONTH' ? <MonthField control={control} name="period" label={t('period')} /> : null}
      {about === 'NOTICE' ? <NoticeField control={control} name="notice" opened={notice} /> : null}
      {about === 'MONTH' ? (
        <SelectField
          control={control}
          name="insurance"
          label={words('insurance')}
          options={stripeInsurances.map((value) => ({ value, label: insurances(value) }))}
        />
      ) : null}
      <TextareaField
        control={control}
        name="text"
        label={t('text')}
        hint={words('textHint')}
        rows={4}
        maxLength={2000}
      />
      {kind === 'CORRECTION' ? (
        <TextareaField
          control={control}
          name="proposed"
          label={t('proposed')}
          hint={t('proposedHint')}
          rows={2}
          maxLength={mostShort}
        />
      ) : null}
      <FilesField control={control} name="files" label={words('files')} hint={t('filesHint')} />
      <Button type="submit" loading={loading}>
        {t('send')}
      </Button>
    </form>
  )
}
