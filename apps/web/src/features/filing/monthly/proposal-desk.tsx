import { Button } from '@mantine/core'
import type { MonthlyContext } from '@shebao/declaration-rules'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StopOutlooksSum, useStopOutlooks } from '../stop-outlook/index.ts'
import { BulkSettle } from './bulk-settle.tsx'
import { compareMessages } from './compare-messages.ts'
import style from './declaration.module.css'
import type { KeptSettling } from './kept-settling.ts'
import { ProposalRow } from './proposal-row.tsx'
import {
  faultOf,
  proposalKinds,
  settleAll,
  stopOf,
  type Proposal,
  type ProposalKind,
  type Settlement,
} from './settlement.ts'

const rowsShown = 50

interface ProposalDeskProps {
  kept: KeptSettling
  context: MonthlyContext
  busy: boolean
  onSettle: (proposals: Proposal[]) => void
  onTakeOver: (proposals: readonly Proposal[]) => void
  /** Another file, or the same once more. */
  onAgain: () => void
}

/** What the comparison proposes, kind by kind: each settled by itself or many at once, then all that is ticked taken over. */
export function ProposalDesk({ kept, context, busy, onSettle, onTakeOver, onAgain }: ProposalDeskProps) {
  const t = useMessages(compareMessages)
  const { proposals, found, same, already, unread, fileName } = kept
  const ofKind = (kind: ProposalKind) => proposals.filter((one) => one.found.kind === kind)
  const present = proposalKinds.filter((kind) => ofKind(kind).length > 0)
  const [chosen, setChosen] = useState<ProposalKind>()
  const [shown, setShown] = useState(rowsShown)
  const [asked, setAsked] = useState(false)
  const kind = chosen ?? present[0]
  const rows = kind ? ofKind(kind) : []
  const taken = proposals.filter(({ settled }) => settled.taken)
  const open = taken.filter((one) => faultOf(one, context) !== undefined)
  const settle = (ids: ReadonlySet<string>, said: Partial<Settlement>) => onSettle(settleAll(proposals, ids, said))
  const takeOver = () => {
    setAsked(true)
    const [first] = open
    if (first) return setChosen(first.found.kind)
    onTakeOver(proposals)
  }
  const stops = proposals.flatMap((one) => stopOf(one) ?? [])
  const outlooks = useStopOutlooks(stops)
  const again = (
    <Button variant="default" onClick={onAgain}>
      {t('again')}
    </Button>
  )
  return (
    <>
      <p>
        {t('compared', { file: fileName, same })} {already > 0 ? t('already', { count: already }) : null}
      </p>
      {unread.length > 0 ? (
        <Notice tone="warning">
          {t('unread', { count: unread.length, rows: unread.slice(0, 20).join(t('comma')) })}
        </Notice>
      ) : null}
      {found > proposals.length ? (
        <Notice tone="info">{t('tooMany', { count: found, shown: proposals.length })}</Notice>
      ) : null}
      {kind === undefined ? (
        <EmptyState title={t('nothing')} next={again}>
          {t('nothingText')}
        </EmptyState>
      ) : (
        <>
          <Choices
            label={t('kinds')}
            chosen={kind}
            onChoose={(next) => {
              setChosen(next)
              setShown(rowsShown)
            }}
            options={present.map((one) => ({ id: one, text: t(one), count: ofKind(one).length }))}
          />
          <p className={style.soft}>
            {t(kind === 'WAGE' && context.annualWindowOpen === true ? 'WAGEopen' : `${kind}text`)}
          </p>
          <BulkSettle key={kind} kind={kind} rows={rows} onSettle={settle} />
          <PlainTable
            caption={t(kind)}
            columns={[{ unseen: t('take') }, t('who'), t(kind === 'STOP' ? 'settleStop' : 'settle'), t('remarks')]}
          >
            {rows.slice(0, shown).map((one) => (
              <ProposalRow
                key={one.id}
                proposal={one}
                context={context}
                asked={asked}
                outlooks={outlooks}
                onSettle={(said) =>
                  onSettle(
                    proposals.map((each) =>
                      each.id === one.id ? { ...each, settled: { ...each.settled, ...said } } : each,
                    ),
                  )
                }
              />
            ))}
          </PlainTable>
          {rows.length > shown ? (
            <Button variant="default" className={style.more ?? ''} onClick={() => setShown(shown + rowsShown)}>
              {t('more', { count: rows.length - shown })}
            </Button>
          ) : null}
          <StopOutlooksSum stops={stops} outlooks={outlooks} />
          {asked && open.length > 0 ? <Notice tone="refused">{t('open', { count: open.length })}</Notice> : null}
          <div className={style.actions}>
            <Button loading={busy} disabled={taken.length === 0} onClick={takeOver}>
              {t('takeOver', { count: taken.length })}
            </Button>
            {again}
            <span className="quiet">{t('takeOverText')}</span>
          </div>
        </>
      )}
    </>
  )
}
