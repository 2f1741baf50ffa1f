import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore, type FetchPage } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AskEverybody } from './ask-everybody.tsx'
import { ConfirmationsDocument } from './confirmations.generated.ts'
import type { ConfirmationsQuery, ConfirmationState } from './confirmations.generated.ts'
import { ConfirmationTable } from './confirmation-table.tsx'
import type { Person } from './confirmation-table.tsx'
import { HandedLinks } from './handed-links.tsx'
import type { Links } from './handed-links.tsx'
import { messages } from './messages.ts'
import { SettleDialog } from './settle-dialog.tsx'
import { StateFilter } from './state-filter.tsx'
import { useAsking } from './use-asking.ts'
import style from './confirmations.module.css'

type Inspection = NonNullable<ConfirmationsQuery['inspection']>
const pageSize = 50

/** Who of the open list confirmed their own row, who disagrees, and whom nobody reached. */
export function ConfirmationsPage() {
  const t = useMessages(messages)
  const [state, setState] = useState<ConfirmationState>()
  const { data, previousData, error, fetchMore, refetch } = useQuery(ConfirmationsDocument, {
    variables: { first: pageSize, state: state ?? null },
    fetchPolicy: 'cache-and-network',
  })
  const inspection = (data ?? previousData)?.inspection
  const header = (next?: React.ReactNode) => (
    <PageHeader
      title={t('title')}
      lead={t('lead')}
      above={<Link to="/employer/inspection/personnel">{t('back')}</Link>}
      next={next}
    />
  )
  if (error && !inspection) {
    return (
      <>
        {header()}
        <Notice tone="refused">{t('failed')}</Notice>
      </>
    )
  }
  if (inspection === undefined) {
    return (
      <>
        {header()}
        <Skeleton lines={8} />
      </>
    )
  }
  if (inspection === null) {
    return (
      <>
        {header()}
        <EmptyState
          title={t('notOpened')}
          next={
            <Button component={Link} to="/employer/inspection">
              {t('openInspection')}
            </Button>
          }
        />
      </>
    )
  }
  return (
    <Confirmations
      inspection={inspection}
      state={state}
      onState={setState}
      header={header}
      onChanged={() => void refetch()}
      fetchMore={fetchMore}
    />
  )
}

interface ConfirmationsProps {
  inspection: Inspection
  state: ConfirmationState | undefined
  onState: (state: ConfirmationState | undefined) => void
  header: (next: React.ReactNode) => React.ReactNode
  onChanged: () => void
  fetchMore: FetchPage
}

function Confirmations({ inspection, state, onState, header, onChanged, fetchMore }: ConfirmationsProps) {
  const t = useMessages(messages)
  const [settling, setSettling] = useState<Person>()
  const [links, setLinks] = useState<Links>()
  const asking = useAsking(inspection.id, onChanged)
  const { confirmationCounts: counts, confirmations } = inspection
  const people = confirmations.edges.map(({ node }) => node)
  const all = Object.values(counts).reduce<number>((sum, one) => (typeof one === 'number' ? sum + one : sum), 0)
  if (all === 0) {
    return (
      <>
        {header(undefined)}
        <EmptyState
          title={t('noPeople')}
          next={
            <Button component={Link} to="/employer/inspection/personnel">
              {t('toList')}
            </Button>
          }
        />
      </>
    )
  }
  if (links) return <HandedLinks links={links} year={inspection.year} onDone={() => setLinks(undefined)} />
  const handOver = async (rowNos: number[]) => setLinks(await asking.handOver(rowNos))
  return (
    <div className={style.page}>
      {header(<AskEverybody busy={asking.busy} onAsk={() => asking.ask()} />)}
      {asking.note ? <Notice tone={asking.note.tone}>{asking.note.text}</Notice> : null}
      {inspection.signedList ? <Notice tone="info">{t('signedAlready')}</Notice> : null}
      <StateFilter counts={counts} all={all} state={state} onState={onState} />
      {state === 'UNREACHED' && people.length > 0 ? (
        <div>
          <Button loading={asking.busy} onClick={() => void handOver(people.map(({ rowNo }) => rowNo))}>
            {t('makeLinks', { count: people.length })}
          </Button>
        </div>
      ) : null}
      {state === 'WAITING' && people.length > 0 ? (
        <div>
          <Button loading={asking.busy} onClick={() => void asking.ask(undefined, true)}>
            {t('remindAll')}
          </Button>
        </div>
      ) : null}
      {people.length === 0 ? (
        <EmptyState title={t('nobodyHere')} />
      ) : (
        <ConfirmationTable
          people={people}
          busy={asking.busy}
          onSettle={setSettling}
          onAsk={({ rowNo }) => void asking.ask(rowNo)}
          onLink={({ rowNo }) => void handOver([rowNo])}
        />
      )}
      <ShowMore page={confirmations.pageInfo} fetchMore={fetchMore}>
        {t('more')}
      </ShowMore>
      {settling ? (
        <SettleDialog
          declarationId={inspection.id}
          person={settling}
          onClose={() => setSettling(undefined)}
          onSettled={(note) => {
            asking.say(note)
            setSettling(undefined)
            onChanged()
          }}
        />
      ) : null}
    </div>
  )
}
