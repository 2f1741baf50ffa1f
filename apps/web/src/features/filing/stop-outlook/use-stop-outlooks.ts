import type { StopType } from '@shebao/declaration-rules'
import { isCivilDate } from '@shebao/kernel'
import { useEffect, useRef, useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { StopOutlooksDocument } from './stop-outlook.generated.ts'
import type { StopOutlooksQuery } from './stop-outlook.generated.ts'

/** One of several who would be stopped. */
export interface AskedStop {
  idNumber: string
  /** Undefined while nobody said why: then what every way of leaving has in common is told. */
  type: StopType | undefined
  lastPayable: string | undefined
  leaveDate: string | undefined
}

/** What a stop breaks, in short; null for somebody whom the register does not have with the unit. */
export type BriefOutlook = StopOutlooksQuery['stopOutlooks'][number]

/** The office answers as many at a time. */
const AT_ONCE = 100
/** Typing a month is not asked about letter by letter. */
const PAUSE_MS = 300

export interface StopOutlooks {
  of: (stop: AskedStop) => BriefOutlook | undefined
  /** How many are not answered yet. */
  waiting: number
  failed: boolean
  again: () => void
}

const keyOf = ({ idNumber, type, lastPayable, leaveDate }: AskedStop) =>
  [idNumber, type ?? '', lastPayable ?? '', leaveDate ?? ''].join('|')

/** What each of many stops breaks, before any of them is confirmed. What was answered once is not asked again while the page is open. */
export function useStopOutlooks(stops: readonly AskedStop[]): StopOutlooks {
  const apollo = useClient()
  const [known, setKnown] = useState<ReadonlyMap<string, BriefOutlook>>(new Map())
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const asked = stops.map(keyOf)
  const missing = stops.filter((_, index) => !known.has(asked[index] ?? ''))
  const latest = useRef(missing)
  useEffect(() => {
    latest.current = missing
  })
  const missingKey = missing.map(keyOf).join()
  useEffect(() => {
    if (missingKey === '') return undefined
    let wanted = true
    const ask = async () => {
      try {
        const open = latest.current
        for (let from = 0; wanted && from < open.length; from += AT_ONCE) {
          const some = open.slice(from, from + AT_ONCE)
          const { data } = await apollo.query({
            query: StopOutlooksDocument,
            variables: { stops: some.map(inputOf) },
            fetchPolicy: 'no-cache',
          })
          const answers = data?.stopOutlooks ?? []
          setKnown(
            (before) => new Map([...before, ...some.map((stop, at) => [keyOf(stop), answers[at] ?? null] as const)]),
          )
        }
        setFailed(false)
      } catch {
        if (wanted) setFailed(true)
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [apollo, missingKey, attempt])
  return {
    of: (stop) => known.get(keyOf(stop)),
    waiting: missing.length,
    failed: failed && missing.length > 0,
    again: () => setAttempt((before) => before + 1),
  }
}

const inputOf = ({ idNumber, type, lastPayable, leaveDate }: AskedStop) => ({
  idNumber,
  type: type ?? 'STOP_RESIGN',
  lastPayable: lastPayable ?? null,
  leaveDate: leaveDate !== undefined && isCivilDate(leaveDate) ? leaveDate : null,
})
