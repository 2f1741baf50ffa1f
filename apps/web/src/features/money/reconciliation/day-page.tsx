import { Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDeriveDay } from './use-derive-day.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { holdsAny, taxDesk } from '../../../shared/lib/staff-role.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { NotFoundPage } from '../../../shared/ui/not-found-page.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import type { Day } from './day.ts'
import { BringFiles } from './bring-files.tsx'
import { CloseDay } from './close-day.tsx'
import { dayMessages } from './day-messages.ts'
import { DaySums } from './day-sums.tsx'
import { DayState } from './days-table.tsx'
import { HeldStatement } from './held-statement.tsx'
import { ItemsDesk } from './items-desk.tsx'
import { messages } from './messages.ts'
import { ReconciliationDayDocument } from './reconciliation.generated.ts'
import style from './reconciliation.module.css'
import { StatementFile } from './statement-file.tsx'
import { SumAmount } from './sum-amount.tsx'
import { WaitingStatement } from './waiting-statement.tsx'

/** One day: the three sides and their sums, the items, the files, and closing it. */
export function DayPage() {
  const { day } = useParams()
  const read = readDate(day ?? '')
  return read === undefined || read !== day ? <NotFoundPage /> : <DayOf key={day} day={day} />
}

function DayOf({ day }: { day: string }) {
  const t = useMessages(dayMessages)
  const words = useMessages(messages)
  const format = useFormat()
  const mayWork = holdsAny(useViewer().roles, taxDesk)
  const { data, error, refetch } = useQuery(ReconciliationDayDocument, {
    variables: { day },
    fetchPolicy: 'cache-and-network',
  })
  const found = data?.reconciliationDay
  const complete = Boolean(found?.bankStatement && found.treasuryStatement)
  const bring = mayWork && data && found?.status !== 'CLOSED' ? <BringFiles day={day} onTaken={refetch} /> : null
  return (
    <>
      <PageHeader
        title={t('title', { day: format.date(day) })}
        above={<Link to="/staff/reconciliation">{t('above')}</Link>}
        lead={found ? <DayState day={found} /> : null}
      />
      {error && !data ? (
        <Notice tone="refused">
          {words('loadFailed')}{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
            {words('retry')}
          </Button>
        </Notice>
      ) : null}
      {!data && !error ? <Skeleton lines={8} /> : null}
      {/* With both files here the items are the work; another file is the exception and stands below them. */}
      {complete ? null : bring}
      {found?.waitingStatements.map((statement) => (
        <WaitingStatement key={statement.id} statement={statement} mayWork={mayWork} onChanged={refetch} />
      ))}
      {data && !found ? <EmptyState title={t('noDayTitle')}>{t('noDayText')}</EmptyState> : null}
      {found ? <Compared found={found} mayWork={mayWork} onChanged={refetch} /> : null}
      {complete ? bring : null}
    </>
  )
}

interface PartProps {
  found: Day
  mayWork: boolean
  onChanged: () => Promise<unknown>
}

function Compared({ found, mayWork, onChanged }: PartProps) {
  const t = useMessages(dayMessages)
  const derive = useDeriveDay(found.day)
  if (!found.bankStatement)
    return (
      <>
        <EmptyState title={t('waitingTitle')}>
          <p>{t('waitingText', { count: found.systemCount })}</p>
          <SumAmount fen={found.systemAmount} size="total" sign derive={derive.receipts} />
        </EmptyState>
        <Files found={found} mayWork={mayWork} onChanged={onChanged} />
      </>
    )
  return (
    <>
      <HeldStatement day={found.day} statement={found.bankStatement} mayWork={mayWork} onChanged={onChanged} />
      <DaySums day={found} />
      <ItemsDesk key={found.comparedAt} day={found} onChanged={onChanged} />
      <Files found={found} mayWork={mayWork} onChanged={onChanged} />
      <CloseDay day={found} onChanged={onChanged} />
    </>
  )
}

function Files({ found, mayWork, onChanged }: PartProps) {
  const t = useMessages(dayMessages)
  const words = useMessages(messages)
  const derive = useDeriveDay(found.day)
  const files = [
    ['BANK', words('bankFile'), found.bankStatement],
    ['TREASURY', words('treasuryFile'), found.treasuryStatement],
  ] as const
  return (
    <section className={style.section}>
      <h2>{t('files')}</h2>
      <dl className={style.facts}>
        {files.map(([source, label, file]) => (
          <div key={source} className={style.fact}>
            <dt>{label}</dt>
            <dd>
              {file ? (
                <StatementFile
                  file={file}
                  closing={derive.statement(source, true)}
                  mayUndo={mayWork && found.status === 'OPEN'}
                  onChanged={onChanged}
                />
              ) : (
                t('none')
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
