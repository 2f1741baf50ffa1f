import { SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/FloatingIndicator.css'
import '@mantine/core/styles/SegmentedControl.css'
import { Suspense, lazy, useRef, useState } from 'react'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BulkSettling } from './bulk-settling.tsx'
import { DifferencesDocument } from './comparison.generated.ts'
import type { DifferenceKind } from './comparison.generated.ts'
import sheet from './comparison.module.css'
import style from './difference-desk.module.css'
import { DifferenceDeskFragmentDoc } from './difference-desk.generated.ts'
import type { DifferenceDeskFragment } from './difference-desk.generated.ts'
import { DifferenceList } from './difference-list.tsx'
import type { ListCursor } from './difference-list.tsx'
import { KindList } from './kind-list.tsx'
import { messages } from './messages.ts'
import { useSettling } from './use-settling.ts'

/** Comes with the first stop. */
const SettledStops = lazy(async () => ({ default: (await import('./settled-stops.tsx')).SettledStops }))

interface DifferenceDeskProps {
  inspection: FragmentType<DifferenceDeskFragment>
  onChanged: () => Promise<unknown>
}

/** One kind at a time, the first with something open; each difference settled with one key. */
export function DifferenceDesk({ inspection, onChanged }: DifferenceDeskProps) {
  const { id, comparison } = useOwnFields(DifferenceDeskFragmentDoc, inspection)
  const { kinds } = comparison
  const t = useMessages(messages)
  const [chosen, setChosen] = useState<DifferenceKind>()
  const [state, setState] = useState<'OPEN' | 'SETTLED'>('OPEN')
  const cursor = useRef<ListCursor>(null)
  const kind = chosen ?? kinds.find(({ open }) => open > 0)?.kind ?? kinds[0]?.kind ?? 'MISSING_IN_UNIT'
  const count = kinds.find((other) => other.kind === kind)
  const { data, refetch, fetchMore } = useQuery(DifferencesDocument, {
    variables: { id, kind, state },
    fetchPolicy: 'network-only',
    skip: kinds.length === 0,
  })
  const { failure, settle, takeUp } = useSettling(id, async () => {
    await Promise.all([refetch(), onChanged()])
    // The next difference takes the place of the one that was settled.
    cursor.current?.stay()
  })
  const connection = data?.declaration.differences
  const differences = connection?.edges.map(({ node }) => node) ?? []
  if (kinds.length === 0) return null
  return (
    <div className={style.desk}>
      <KindList kinds={kinds} chosen={kind} onChoose={setChosen} />
      <div className={style.differences}>
        <p className={sheet.soft}>{t(`help${kind}`)}</p>
        <div className={style.bar}>
          <SegmentedControl
            aria-label={t('show')}
            value={state}
            onChange={(value) => setState(value === 'SETTLED' ? 'SETTLED' : 'OPEN')}
            data={[
              { value: 'OPEN', label: t('showOpen') },
              { value: 'SETTLED', label: t('showSettled') },
            ]}
          />
          {state === 'OPEN' && count && count.open > 1 ? (
            <BulkSettling kind={kind} count={count.open} allowed={differences[0]?.allowed ?? []} onSettle={settle} />
          ) : null}
        </div>
        {failure ? <Notice tone="refused">{failure}</Notice> : null}
        {connection ? null : <Skeleton lines={4} />}
        {connection && differences.length === 0 ? <p>{t('nothingOpen')}</p> : null}
        {differences.length > 0 && state === 'OPEN' ? (
          <p className={`${sheet.soft} keyboard-hint`}>{t('keys')}</p>
        ) : null}
        <DifferenceList key={kind} ref={cursor} differences={differences} onSettle={settle} onReopen={takeUp} />
        {kind === 'MISSING_IN_UNIT' && count && count.settled > 0 ? (
          <Suspense>
            <SettledStops declarationId={id} settled={count.settled} />
          </Suspense>
        ) : null}
        <ShowMore page={connection?.pageInfo} fetchMore={fetchMore} />
      </div>
    </div>
  )
}
