import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ShowMore, type FetchPage } from '../../../shared/ui/show-more.tsx'
import { AskEverybody } from './ask-everybody.tsx'
import type { AskedPersonFragment, ConfirmationState, CountsOfAskingFragment } from './confirmations.generated.ts'
import { ConfirmationTable } from './confirmation-table.tsx'
import type { Person } from './confirmation-table.tsx'
import { HandedLinks } from './handed-links.tsx'
import type { Links } from './handed-links.tsx'
import { messages } from './messages.ts'
import { SettleDialog } from './settle-dialog.tsx'
import { StateFilter } from './state-filter.tsx'
import { useAsking } from './use-asking.ts'
import style from './confirmations.module.css'

/** What is asked of the people of one declaration, whatever its kind. */
export interface AskedOf {
  id: string
  confirmationCounts: CountsOfAskingFragment
  confirmations: {
    edges: readonly { node: AskedPersonFragment }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

interface AskedPeopleProps {
  list: AskedOf
  /** What stands on a slip beside the link. */
  slip: string
  note: string | undefined
  /** Whether anybody can still be asked. */
  asks: boolean
  /** Where nobody is to be asked. */
  empty: React.ReactNode
  state: ConfirmationState | undefined
  onState: (state: ConfirmationState | undefined) => void
  header: (next: React.ReactNode) => React.ReactNode
  onChanged: () => void
  fetchMore: FetchPage
}

/** How each person stands, with everything that can be done about it. */
export function AskedPeople({ list, slip, note, asks, empty, ...page }: AskedPeopleProps) {
  const { state, onState, header, onChanged, fetchMore } = page
  const t = useMessages(messages)
  const [settling, setSettling] = useState<Person>()
  const [links, setLinks] = useState<Links>()
  const asking = useAsking(list.id, onChanged)
  const { confirmationCounts: counts, confirmations } = list
  const people = confirmations.edges.map(({ node }) => node)
  const all = Object.values(counts).reduce<number>((sum, one) => (typeof one === 'number' ? sum + one : sum), 0)
  if (all === 0) {
    return (
      <>
        {header(undefined)}
        {empty}
      </>
    )
  }
  if (links) return <HandedLinks links={links} slip={slip} onDone={() => setLinks(undefined)} />
  const handOver = async (rowNos: number[]) => setLinks(await asking.handOver(rowNos))
  return (
    <div className={style.page}>
      {header(asks ? <AskEverybody busy={asking.busy} onAsk={() => asking.ask()} /> : undefined)}
      {asking.note ? <Notice tone={asking.note.tone}>{asking.note.text}</Notice> : null}
      {note ? <Notice tone="info">{note}</Notice> : null}
      <StateFilter counts={counts} all={all} state={state} onState={onState} />
      {asks && state === 'UNREACHED' && people.length > 0 ? (
        <div>
          <Button loading={asking.busy} onClick={() => void handOver(people.map(({ rowNo }) => rowNo))}>
            {t('makeLinks', { count: people.length })}
          </Button>
        </div>
      ) : null}
      {asks && state === 'WAITING' && people.length > 0 ? (
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
          asks={asks}
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
          declarationId={list.id}
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
