import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { DeskTask } from '../../../shared/case/desk-task.tsx'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AnswerForm } from './answer-form.tsx'
import { articleFrom, stateOf } from './article-draft.ts'
import { deskMessages } from './desk-messages.ts'
import { HandOverForm } from './hand-over-form.tsx'
import { mayWriteArticles } from './may-write-articles.ts'
import { questionWords } from './messages.ts'
import { QuestionFacts } from './question-facts.tsx'
import { DeskQuestionsDocument, QuestionTaskDocument, TakeQuestionDocument } from './question.generated.ts'
import type { QuestionTaskQuery } from './question.generated.ts'
import style from './question.module.css'
import { Thread, TransferPaper } from './thread.tsx'

type Task = QuestionTaskQuery['question']

/** One question in front of a member of staff: who asks is masked, the month is shown to whose work it is. */
export function QuestionTaskPage() {
  const t = useMessages(deskMessages)
  const words = useMessages(questionWords)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(QuestionTaskDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const [done, setDone] = useState(false)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { question } = data
  const { asker, holderName, mine, state, procedure, callBackWanted, callBack } = question
  const onDone = async () => {
    setDone(true)
    await refetch()
  }
  const may = (wanted: string) => procedure.some(({ event, standing }) => event === wanted && standing === 'MAY')
  return (
    <DeskTask
      title={`${words(question.kind)} ${question.number}`}
      above={<Link to="/staff/questions">{t('title')}</Link>}
      lead={asker.nameMasked}
      done={done}
      facts={
        <>
          <QuestionFacts
            question={question}
            more={[
              [t('person'), `${asker.nameMasked} ${asker.idMasked}`],
              ...(callBackWanted && state === 'OPEN'
                ? [[t('callBack'), callBack ?? t('callBackHidden')] as const]
                : []),
              ...(state === 'OPEN' ? [[t('holder'), mine ? t('me') : (holderName ?? t('nobody'))] as const] : []),
            ]}
          />
          {question.period === null || state !== 'OPEN' ? null : <Month question={question} />}
          <section className={style.section}>
            <h2>{words('thread')}</h2>
            <Thread entries={question.entries} />
          </section>
          <ToArticle question={question} />
          <TransferPaper question={question} reader="STAFF" />
        </>
      }
    >
      <div className={style.steps}>
        {state === 'OPEN' && holderName === null && may('ANSWER') ? <Take id={question.id} renew={refetch} /> : null}
        {may('ANSWER') ? (
          <AnswerForm key={`answer-${question.mark}`} question={question} onDone={onDone} renew={refetch} />
        ) : null}
        {may('HAND_OVER') ? (
          <HandOverForm key={`hand-${question.mark}`} question={question} onDone={onDone} renew={refetch} />
        ) : null}
        {state === 'OPEN' ? <WhoMayAct steps={procedure} /> : null}
      </div>
    </DeskTask>
  )
}

function Take({ id, renew }: { id: string; renew: () => Promise<unknown> }) {
  const t = useMessages(deskMessages)
  const words = useMessages(questionWords)
  const [take, { loading }] = useMutation(TakeQuestionDocument, { refetchQueries: [DeskQuestionsDocument] })
  const [said, setSaid] = useState<string>()
  const press = async () => {
    const { data } = await take({ variables: { id } }).catch(() => ({ data: undefined }))
    const outcome = data?.takeWork.outcome
    await renew()
    setSaid(outcome === undefined ? words('failed') : outcome === 'OWNED' ? t('owned') : undefined)
  }
  return (
    <div>
      {said ? <Notice tone="warning">{said}</Notice> : null}
      <Button variant="default" loading={loading} onClick={() => void press()}>
        {t('take')}
      </Button>
    </div>
  )
}

/** A good answer is worth being found by everybody: whoever may write articles begins one with it. */
function ToArticle({ question }: { question: Task }) {
  const t = useMessages(deskMessages)
  const { roles } = useViewer()
  const draft = question.state === 'ANSWERED' || question.state === 'CLOSED' ? articleFrom(question) : undefined
  if (!draft || !roles.some(mayWriteArticles)) return null
  return (
    <p>
      <Link to="/staff/questions/articles" state={stateOf(draft)}>
        {t('toArticle')}
      </Link>
    </p>
  )
}

function Month({ question: { period, month } }: { question: Task }) {
  const t = useMessages(deskMessages)
  const statuses = useMessages(insuranceWords)
  const format = useFormat()
  if (period === null) return null
  return (
    <section className={style.section}>
      <h2>
        {t('month')} {format.period(period)}
      </h2>
      {month === null ? (
        <p className={style.soft}>{t('monthHidden')}</p>
      ) : (
        <p className={style.soft}>{t('monthNoted')}</p>
      )}
      {month?.length === 0 ? <p>{t('monthNone')}</p> : null}
      {month && month.length > 0 ? (
        <PlainTable
          caption={t('month')}
          columns={[
            t('employer'),
            t('status'),
            { end: t('wage') },
            { end: t('personal') },
            { end: t('employerShare') },
          ]}
        >
          {month.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.employerName}</th>
              <td data-label={t('status')}>{statuses(one.status)}</td>
              <td data-label={t('wage')} data-align="end">
                <MoneyText fen={one.averageWage} />
              </td>
              <td data-label={t('personal')} data-align="end">
                <MoneyText fen={one.personalTotal} />
              </td>
              <td data-label={t('employerShare')} data-align="end">
                <MoneyText fen={one.employerTotal} />
              </td>
            </tr>
          ))}
        </PlainTable>
      ) : null}
    </section>
  )
}
