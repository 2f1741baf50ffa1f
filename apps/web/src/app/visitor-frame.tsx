import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { later } from '../shared/lib/later.ts'
import { useMessages } from '../shared/lib/language-context.tsx'
import { messages } from '../shared/ui/messages.ts'
import { PlaceList } from '../shared/ui/place-list.tsx'
import { PublicFrame } from '../shared/ui/public-frame.tsx'
import { placesOf } from './features.ts'
import { features } from './visitor-features.ts'

const ReadingAidsSwitch = later(async () => (await import('../shared/ui/reading-aids-switch.tsx')).ReadingAidsSwitch)

/** What anyone may use without an account stands at the foot of every public page. */
export function VisitorFrame() {
  const t = useMessages(messages)
  const foot = (
    <>
      <nav aria-label={t('publicPlaces')}>
        <PlaceList places={placesOf(features, 'public')} />
      </nav>
      <Suspense>
        <ReadingAidsSwitch />
      </Suspense>
    </>
  )
  return (
    <PublicFrame foot={foot}>
      <Outlet />
    </PublicFrame>
  )
}
