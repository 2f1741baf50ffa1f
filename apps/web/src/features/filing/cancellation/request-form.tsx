import { civilDateAt } from '@shebao/kernel'
import { useState } from 'react'
import { useForm, useWatch, type FieldErrors } from 'react-hook-form'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { DateField, FilesField, filesError, idsOf, TextareaField, useFilesCheck } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import {
  CancellationObstaclesDocument,
  CancellationsDocument,
  RequestCancellationDocument,
} from './cancellation.generated.ts'
import style from './cancellation.module.css'
import { messages } from './messages.ts'
import { ObstacleList } from './obstacle-list.tsx'

interface Values {
  lastDay: string | null
  reason: string
  files: readonly GivenFile[]
}

/** What still stands in the way for the day that is wanted, and the request. What was typed stays until the office has it. */
export function RequestForm({ onSent }: { onSent: (number: string) => void }) {
  const t = useMessages(messages)
  const filesWrong = useFilesCheck()
  const [problem, setProblem] = useState<string>()
  const [today] = useState(() => civilDateAt(new Date()))
  const [request, { loading }] = useMutation(RequestCancellationDocument, { refetchQueries: [CancellationsDocument] })
  const { control, handleSubmit } = useForm<Values>({
    defaultValues: { lastDay: today, reason: '', files: [] },
    resolver: (given) => {
      const { lastDay } = given
      const errors: FieldErrors<Values> = {
        ...(lastDay === null || lastDay > today ? { lastDay: { type: 'value', message: t('lastDayWrong') } } : {}),
        ...(isText(given.reason) ? {} : { reason: { type: 'value', message: t('reasonHint') } }),
        ...filesError(given.files.length === 0 ? t('needFiles') : filesWrong(given.files)),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const lastDay = useWatch({ control, name: 'lastDay' })
  const send = handleSubmit(async ({ lastDay: wanted, reason, files }) => {
    if (wanted === null) return
    setProblem(undefined)
    const input = { lastDay: wanted, reason, files: idsOf(files) }
    const { data } = await request({ variables: { input } }).catch(() => ({ data: undefined }))
    const outcome = data?.requestCancellation
    if (outcome?.__typename === 'Cancellation') return onSent(outcome.number)
    setProblem(outcome?.__typename === 'CancellationRefused' ? t(outcome.reason) : t('failed'))
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <DateField control={control} name="lastDay" label={t('lastDay')} hint={t('lastDayHint')} />
      {lastDay !== null && lastDay <= today ? <InTheWay lastDay={lastDay} /> : null}
      <TextareaField
        control={control}
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        maxLength={500}
      />
      <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
      <div>
        <DutyButton duty="SUBMIT" type="submit" loading={loading}>
          {t('send')}
        </DutyButton>
      </div>
    </form>
  )
}

function InTheWay({ lastDay }: { lastDay: string }) {
  const t = useMessages(messages)
  const employerId = useViewer().employerId ?? ''
  const { data, error } = useQuery(CancellationObstaclesDocument, {
    variables: { employerId, lastDay },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <p>{t('checking')}</p>
  const obstacles = data.cancellationObstacles
  if (obstacles.length === 0) return <Notice tone="done">{t('cleared')}</Notice>
  return (
    <Notice tone="warning">
      <strong>{t('inTheWay')}</strong>
      <ObstacleList obstacles={obstacles} />
    </Notice>
  )
}
