import { Button, Group } from '@mantine/core'
import '@mantine/core/styles/Group.css'
import { civilDateAt } from '@shebao/kernel'
import { useState } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { DateField, SelectField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { topics } from './topics.ts'
import { deskMessages } from './desk-messages.ts'
import { questionWords } from './messages.ts'
import { AllArticlesDocument, SaveArticleDocument } from './question.generated.ts'
import type { ArticleTextFragment, QuestionTopic } from './question.generated.ts'
import style from './question.module.css'

interface Values {
  topic: QuestionTopic | null
  titleZh: string
  titleEn: string
  bodyZh: string
  bodyEn: string
  sourceZh: string
  sourceEn: string
  reviewDueOn: string | null
}
const fits = (text: string, least: number, most: number) => {
  const length = [...text.trim()].length
  return length >= least && length <= most
}
const texts = [
  ['titleZh', 4, 80, 'wrongTitle'],
  ['titleEn', 4, 80, 'wrongTitle'],
  ['bodyZh', 20, 1500, 'wrongBody'],
  ['bodyEn', 20, 1500, 'wrongBody'],
  ['sourceZh', 2, 200, 'wrongSource'],
  ['sourceEn', 2, 200, 'wrongSource'],
] as const

/** What an article begins with that comes from an answer. */
export type ArticleDraft = Pick<Values, 'topic' | 'bodyZh' | 'bodyEn'> & Pick<ArticleTextFragment, 'insurance'>

interface ArticleFormProps {
  article: ArticleTextFragment | undefined
  draft?: ArticleDraft | undefined
  onSaved: () => void
  onCancel: () => void
}

/** A new version of an article in both languages, with its law and the day on which it is checked again. */
export function ArticleForm({ article, draft, onSaved, onCancel }: ArticleFormProps) {
  const t = useMessages(deskMessages)
  const words = useMessages(questionWords)
  const [problem, setProblem] = useState<string>()
  const [save, { loading }] = useMutation(SaveArticleDocument, { refetchQueries: [AllArticlesDocument] })
  const { control, handleSubmit } = useForm<Values>({
    defaultValues: {
      topic: article?.topic ?? draft?.topic ?? 'RECORD',
      titleZh: article?.titleZh ?? '',
      titleEn: article?.titleEn ?? '',
      bodyZh: article?.bodyZh ?? draft?.bodyZh ?? '',
      bodyEn: article?.bodyEn ?? draft?.bodyEn ?? '',
      sourceZh: article?.sourceZh ?? '',
      sourceEn: article?.sourceEn ?? '',
      reviewDueOn: article?.reviewDueOn ?? null,
    },
    resolver: (given) => {
      const errors: FieldErrors<Values> = Object.fromEntries(
        texts
          .filter(([field, least, most]) => !fits(given[field], least, most))
          .map(([field, , , word]) => [field, { type: 'value', message: t(word) }]),
      )
      const late = given.reviewDueOn !== null && given.reviewDueOn > civilDateAt(new Date())
      if (!late) errors.reviewDueOn = { type: 'value', message: t('wrongDay') }
      if (given.topic === null) errors.topic = { type: 'value', message: words('topic') }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const send = handleSubmit(async ({ topic, reviewDueOn, ...given }) => {
    if (topic === null || reviewDueOn === null) return
    setProblem(undefined)
    const { id = null, version = 0, insurance = draft?.insurance ?? null } = article ?? {}
    const input = { ...given, topic, reviewDueOn, id, version, insurance }
    const { data } = await save({ variables: { input } }).catch(() => ({ data: undefined }))
    const outcome = data?.saveArticle.__typename
    if (outcome === 'Article') return onSaved()
    setProblem(outcome === 'ArticleChanged' ? t('changed') : words('failed'))
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {draft ? <Notice tone="warning">{t('draftText')}</Notice> : null}
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <SelectField
        control={control}
        name="topic"
        label={words('topic')}
        options={topics.map((value) => ({ value, label: words(value) }))}
        disabled={article !== undefined}
      />
      {texts.map(([field, , most, word]) =>
        word === 'wrongBody' ? (
          <TextareaField
            key={field}
            control={control}
            name={field}
            label={t(field)}
            hint={t(word)}
            rows={5}
            maxLength={most}
          />
        ) : (
          <TextField key={field} control={control} name={field} label={t(field)} hint={t(word)} maxLength={most} />
        ),
      )}
      <DateField control={control} name="reviewDueOn" label={t('reviewDueOn')} />
      <Group>
        <Button type="submit" loading={loading}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}
