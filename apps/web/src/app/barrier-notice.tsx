import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '../shared/lib/language-context.tsx'
import { MandateEnded } from '../features/office/mandate/index.ts'
import { dutyMessages } from '../shared/ui/duty-messages.ts'
import { Notice } from '../shared/ui/notice.tsx'
import { barrierBoard } from './barrier.ts'

/** Over the page, until another one is opened: why the office refused what was just pressed. */
export function BarrierNotice() {
  const t = useMessages(dutyMessages)
  const { key } = useLocation()
  const barrier = useSyncExternalStore(barrierBoard.subscribe, barrierBoard.current)
  useEffect(() => barrierBoard.clear, [key])
  if (!barrier) return null
  if (barrier.barrier === 'DUTY') return <Notice tone="refused">{t(`missing${barrier.duty}`)}</Notice>
  return <MandateEnded lastDay={barrier.lastDay} />
}
