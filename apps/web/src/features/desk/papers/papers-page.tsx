import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useMissingDuty } from '../../../shared/lib/viewer-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AskForPapers } from './ask-for-papers.tsx'
import { messages } from './messages.ts'
import { PaperTable } from './paper-table.tsx'
import type { Paper } from './paper-words.ts'
import { idOf, takesPreparing } from './paper-words.ts'
import { PapersDocument, PrintRunsDocument } from './papers.generated.ts'
import { PrintRuns } from './print-runs.tsx'
import style from './papers-page.module.css'

const kinds = [
  'ANNUAL_INSPECTION_FORM',
  'MONTHLY_DECLARATION_FORM',
  'PAYMENT_NOTICE',
  'PAYMENT_VOUCHER',
  'PAYMENT_RECEIPT',
  'UNIT_CERTIFICATE',
] as const
const pageSize = 50
const watchMs = 1_500

/** Everything that was issued to the employer, one by one or together. What is chosen stays chosen under another filter. */
export function PapersPage() {
  const t = useMessages(messages)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Paper>>(new Map())
  const {
    data: files,
    refetch,
    startPolling,
    stopPolling,
  } = useQuery(PrintRunsDocument, {
    fetchPolicy: 'cache-and-network',
  })
  const runs = files?.printRuns ?? []
  const toggle = (papers: readonly Paper[], on: boolean) =>
    setChosen((before) => {
      const after = new Map(before)
      for (const paper of papers)
        if (on) after.set(idOf(paper), paper)
        else after.delete(idOf(paper))
      return after
    })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.page}>
        <PrintRuns runs={runs} onWatch={(on) => (on ? startPolling(watchMs) : stopPolling())} onChanged={refetch} />
        <AskForPapers
          chosen={[...chosen.values()]}
          busy={runs.some(({ status }) => status === 'PRINTING')}
          onNone={() => setChosen(new Map())}
          onAsked={async () => {
            setChosen(new Map())
            await refetch()
          }}
        />
        <List chosen={chosen} onToggle={toggle} />
      </div>
    </>
  )
}

interface ListProps {
  chosen: ReadonlyMap<string, Paper>
  onToggle: (papers: readonly Paper[], on: boolean) => void
}

function List({ chosen, onToggle }: ListProps) {
  const t = useMessages(messages)
  const [kind, setKind] = useState('')
  const [year, setYear] = useState('')
  const wanted = kinds.filter((one) => one === kind)
  const variables = {
    first: pageSize,
    kinds: wanted.length > 0 ? wanted : null,
    year: year === '' ? null : Number(year),
  }
  const { data, error, previousData, fetchMore } = useQuery(PapersDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const years = (data ?? previousData)?.paperYears ?? []
  const papers = data?.papers.edges.map(({ node }) => node)
  const missing = useMissingDuty('PREPARE')
  const printable = papers?.filter((paper) => !(missing && takesPreparing(paper))) ?? []
  return (
    <>
      <div className={style.filter}>
        <NativeSelect
          label={t('kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={[{ value: '', label: t('all') }, ...kinds.map((value) => ({ value, label: t(value) }))]}
        />
        <NativeSelect
          label={t('year')}
          value={year}
          onChange={(event) => setYear(event.currentTarget.value)}
          data={[{ value: '', label: t('allYears') }, ...years.map((value) => ({ value, label: value }))]}
        />
        {printable.length > 0 ? (
          <Button variant="default" onClick={() => onToggle(printable, true)}>
            {t('chooseShown')}
          </Button>
        ) : null}
      </div>
      {papers === undefined ? <Skeleton lines={8} /> : null}
      {papers?.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      {papers && papers.length > 0 ? <PaperTable papers={papers} chosen={chosen} onToggle={onToggle} /> : null}
      <ShowMore page={data?.papers.pageInfo} fetchMore={fetchMore} />
    </>
  )
}
