import { useEffect, useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { StopOutlooksSum, useStopOutlooks } from '../stop-outlook/index.ts'
import type { AskedStop } from '../stop-outlook/index.ts'
import { SettledStopsDocument } from './comparison.generated.ts'
import { messages } from './messages.ts'

/** So many are added up; whoever stops more looks at them in the month's own desk. */
const MOST = 1_000

/** What all stops chosen so far break together, whichever page of the list is open; read anew when `settled` is another count. */
export function SettledStops({ declarationId, settled }: { declarationId: string; settled: number }) {
  const t = useMessages(messages)
  const apollo = useClient()
  const [stops, setStops] = useState<readonly AskedStop[]>([])
  const outlooks = useStopOutlooks(stops)
  useEffect(() => {
    let wanted = true
    const read = async (after: string | null, found: readonly AskedStop[]): Promise<void> => {
      const { data } = await apollo.query({
        query: SettledStopsDocument,
        variables: { id: declarationId, after },
        fetchPolicy: 'no-cache',
      })
      const page = data?.declaration.differences
      if (!wanted || !page) return
      const all = [...found, ...page.edges.flatMap(({ node }) => stopOf(node) ?? [])]
      const { hasNextPage, endCursor } = page.pageInfo
      if (hasNextPage && all.length < MOST) return read(endCursor, all)
      setStops(all.slice(0, MOST))
    }
    // What cannot be read now is read with the next one that is settled; each card said it before.
    read(null, []).catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [apollo, declarationId, settled])
  return (
    <>
      <StopOutlooksSum stops={stops} outlooks={outlooks} />
      {stops.length === MOST ? <p className="quiet">{t('stopsCapped', { count: MOST })}</p> : null}
    </>
  )
}

interface Settled {
  resolution: string | null
  stopReason: AskedStop['type'] | null
  bureau: { idNumber: string | null } | null
}

const stopOf = ({ resolution, stopReason, bureau }: Settled): AskedStop | undefined =>
  resolution === 'STOP' && bureau?.idNumber
    ? { idNumber: bureau.idNumber, type: stopReason ?? undefined, lastPayable: undefined, leaveDate: undefined }
    : undefined
