import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { Timeline } from '../../../shared/ui/timeline.tsx'
import { reportWords } from '../report/index.ts'
import { messages } from './messages.ts'
import { MyReportDocument, WithdrawReportDocument, type MyReportQuery } from './watch.generated.ts'
import style from './watch.module.css'

type Report = MyReportQuery['myReport']
const isOpen = ({ state }: Report) => state === 'RECEIVED' || state === 'CHECKING'

/** One's own report: its receipt, how far it has come, and the answer. */
export function OwnReportPage() {
  const t = useMessages(messages)
  const { id = '' } = useParams()
  const state: unknown = useLocation().state
  const { data, error, refetch } = useQuery(MyReportDocument, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { myReport: report } = data
  const sent = typeof state === 'object' && state !== null && 'sent' in state
  return (
    <>
      <PageHeader title={report.number} above={<Link to="/me/employer">{t('back')}</Link>} />
      {sent ? (
        <Notice tone="done">
          <strong>{t('receipt')}</strong>
          <p>{t('receiptText', { number: report.number })}</p>
        </Notice>
      ) : null}
      {report.answer ? (
        <section>
          <h2>{t('answer')}</h2>
          <p className={style.words}>{report.answer}</p>
        </section>
      ) : null}
      <Progress report={report} />
      <Said report={report} />
      <div className={style.deeds}>
        <Button variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {isOpen(report) ? <Withdraw id={report.id} renew={refetch} /> : null}
      </div>
    </>
  )
}

function Progress({ report }: { report: Report }) {
  const t = useMessages(messages)
  const words = useMessages(reportWords)
  const past = report.steps.map(({ id, state, at }) => ({ id, at, title: words(state), phase: 'past' as const }))
  const next = isOpen(report) ? [{ id: 'outcome', title: t('outcome'), phase: 'next' as const }] : []
  return (
    <section className={style.unit}>
      <h2>{t('progress')}</h2>
      <Timeline label={t('progress')} entries={[...past, ...next]} />
    </section>
  )
}

function Said({ report }: { report: Report }) {
  const t = useMessages(messages)
  const words = useMessages(reportWords)
  const format = useFormat()
  const { saidBase, handedTo, letterNo } = report
  return (
    <section className={style.unit}>
      <Facts
        facts={[
          [t('unit'), report.unitName],
          [t('kind'), words(report.kind)],
          [t('months'), t('span', { from: format.period(report.from), to: format.period(report.to) })],
          ...(saidBase === null ? [] : [[t('saidBase'), format.yuan(saidBase)] as const]),
          [
            t('words'),
            <span key="words" className={style.words}>
              {report.words}
            </span>,
          ],
          [
            t('files'),
            <span key="files" className={style.stacked}>
              <span>{t('attached', { count: report.sheet.length })}</span>
              <AttachedFiles label={t('files')} files={report.files} />
            </span>,
          ],
          [t('received'), format.instant(report.receivedAt)],
          ...(handedTo ? [[t('handedTo'), t('handedToValue', { to: handedTo, no: letterNo ?? '' })] as const] : []),
        ]}
      />
    </section>
  )
}

function Withdraw({ id, renew }: { id: string; renew: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [withdraw, { loading }] = useMutation(WithdrawReportDocument)
  const carryOut = async () => {
    const { data } = await withdraw({ variables: { id } }).catch(() => ({ data: undefined }))
    setAsking(false)
    const outcome = data?.withdrawReport
    if (outcome?.__typename === 'OwnReport') await renew()
    else setProblem(outcome ? t(outcome.reason) : t('failed'))
  }
  return (
    <>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('withdrawTitle')}
        consequence={t('withdrawText')}
        verb={t('withdraw')}
        grave
        busy={loading}
        onCancel={() => setAsking(false)}
        onConfirm={() => void carryOut()}
      />
    </>
  )
}
