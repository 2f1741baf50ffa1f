import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { useKeptForm } from '../../../shared/drafts/use-kept-form.ts'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import { TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useArticleWords } from './article-list.tsx'
import { deskMessages } from './desk-messages.ts'
import { questionWords } from './messages.ts'
import { AllArticlesDocument, AnswerQuestionDocument } from './question.generated.ts'
import type { QuestionWholeFragment } from './question.generated.ts'
import style from './question.module.css'

interface Values {
  text: string
  correctedIn: string
}
const blank: Values = { text: '', correctedIn: '' }

export interface QuestionStepProps {
  question: QuestionWholeFragment
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

/** The answer; what is typed stays on this device until it is given. */
export function AnswerForm(props: QuestionStepProps) {
  const { id, number } = props.question
  const what = { kind: 'QUESTION', of: number, path: `/staff/questions/${id}` } as const
  return (
    <WithKept<Values> draft={`answer.${id}`} what={what}>
      {(keeping) => <Form keeping={keeping} {...props} />}
    </WithKept>
  )
}

function Form({ question, onDone, renew, keeping }: QuestionStepProps & { keeping: Keeping<Values> }) {
  const t = useMessages(deskMessages)
  const words = useMessages(questionWords)
  const [problem, setProblem] = useState<string>()
  const { isStale, staleNotice } = useStale(renew)
  const [answer, { loading }] = useMutation(AnswerQuestionDocument)
  const { id, mark: decidedOn, kind } = question
  const { control, handleSubmit, setValue, getValues, restored, discard, forget } = useKeptForm<Values>({
    keeping,
    blank,
    errors: ({ text }) => (isText(text) ? {} : { text: { type: 'value', message: words('textHint') } }),
  })
  const send = handleSubmit(async ({ text, correctedIn }) => {
    setProblem(undefined)
    const variables = { id, decidedOn, text, correctedIn: kind === 'CORRECTION' ? correctedIn : null }
    const { data } = await answer({ variables }).catch(() => ({ data: undefined }))
    const outcome = data?.answerQuestion
    if (isStale(outcome)) return
    if (outcome?.__typename === 'Question') {
      await forget()
      return onDone()
    }
    setProblem(outcome?.__typename === 'QuestionRefused' ? words(outcome.reason) : words('failed'))
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      <RestoredNotice typedAt={restored} onDiscard={discard} />
      {staleNotice}
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <Template
        onChosen={(text) => setValue('text', [getValues('text'), text].filter((one) => one !== '').join('\n\n'))}
      />
      <TextareaField
        control={control}
        name="text"
        label={t('answerText')}
        hint={words('textHint')}
        rows={6}
        maxLength={2000}
      />
      {kind === 'CORRECTION' ? (
        <TextareaField
          control={control}
          name="correctedIn"
          label={t('correctedIn')}
          hint={t('correctedInHint')}
          rows={2}
          maxLength={300}
        />
      ) : null}
      <Button type="submit" loading={loading}>
        {t('answer')}
      </Button>
    </form>
  )
}

/** What the office explains already, put under what is typed. */
function Template({ onChosen }: { onChosen: (text: string) => void }) {
  const t = useMessages(deskMessages)
  const words = useMessages(questionWords)
  const wordsOf = useArticleWords()
  const { data } = useQuery(AllArticlesDocument)
  const articles = data?.articles ?? []
  return (
    <NativeSelect
      label={t('template')}
      value=""
      onChange={(event) => {
        const chosen = articles.find(({ id }) => id === event.currentTarget.value)
        if (!chosen) return
        const { body, source } = wordsOf(chosen)
        onChosen(`${body}\n${words('source', { source })}`)
      }}
      data={[{ value: '', label: '' }, ...articles.map((one) => ({ value: one.id, label: wordsOf(one).title }))]}
    />
  )
}
