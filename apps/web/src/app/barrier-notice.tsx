import { Suspense, useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '../shared/lib/language-context.tsx'
import { EmployerBarNotice, useEmployerBar } from '../features/register/online-filing/index.ts'
import { MandateEnded } from '../features/office/mandate/index.ts'
import { dutyMessages } from '../shared/ui/duty-messages.ts'
import { Notice } from '../shared/ui/notice.tsx'
import { barrierBoard } from './barrier.ts'
import style from './barrier-notice.module.css'

/** Over the page: what the employer may not do at all, or, until another page is opened, why the office refused what was just pressed. */
export function BarrierNotice() {
  const notice = useBarrierNotice()
  return (
    notice && (
      <Suspense>
        <div className={style.over}>{notice}</div>
      </Suspense>
    )
  )
}

function useBarrierNotice() {
  const t = useMessages(dutyMessages)
  const { key } = useLocation()
  const barrier = useSyncExternalStore(barrierBoard.subscribe, barrierBoard.current)
  useEffect(() => barrierBoard.clear, [key])
  const bar = useEmployerBar()
  // What holds for everything the employer files stands there before anything is pressed.
  if (bar) return <EmployerBarNotice {...bar} />
  if (!barrier) return null
  if (barrier.barrier === 'NOT_APPROVED_ONLINE')
    return <EmployerBarNotice kind="NOT_APPROVED" reason={barrier.reason} lastDay={null} />
  if (barrier.barrier === 'EMPLOYER_CANCELLED')
    return <EmployerBarNotice kind="CANCELLED" reason={null} lastDay={barrier.lastDay} />
  if (barrier.barrier === 'DUTY') return <Notice tone="refused">{t(`missing${barrier.duty}`)}</Notice>
  return barrier.barrier === 'MANDATE_ENDED' ? <MandateEnded lastDay={barrier.lastDay} /> : null
}
