import { Suspense, useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { later } from '../shared/lib/later.ts'
import { barrierBoard } from './barrier.ts'
import style from './barrier-notice.module.css'

const DistrictBarrier = later(async () => (await import('../features/office/district/index.ts')).DistrictBarrier)

/** Over the page of staff, until another is opened: that the case is another district office's. */
export function DistrictNotice() {
  const { key } = useLocation()
  const barrier = useSyncExternalStore(barrierBoard.subscribe, barrierBoard.current)
  useEffect(() => barrierBoard.clear, [key])
  if (barrier?.barrier !== 'OTHER_DISTRICT') return null
  return (
    <div className={style.over}>
      <Suspense>
        <DistrictBarrier nameZh={barrier.nameZh} nameEn={barrier.nameEn} />
      </Suspense>
    </div>
  )
}
