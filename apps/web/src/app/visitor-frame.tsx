import { Outlet } from 'react-router'
import { useMessages } from '../shared/lib/language-context.tsx'
import { messages } from '../shared/ui/messages.ts'
import { PlaceList } from '../shared/ui/place-list.tsx'
import { PublicFrame } from '../shared/ui/public-frame.tsx'
import { ReadingAidsSwitch } from '../shared/ui/reading-aids-switch.tsx'
import { placesOf } from './features.ts'
import { features } from './visitor-features.ts'

/** What anyone may use without an account stands at the foot of every public page. */
export function VisitorFrame() {
  const t = useMessages(messages)
  const foot = (
    <>
      <nav aria-label={t('publicPlaces')}>
        <PlaceList places={placesOf(features, 'public')} />
      </nav>
      <ReadingAidsSwitch />
    </>
  )
  return (
    <PublicFrame foot={foot}>
      <Outlet />
    </PublicFrame>
  )
}
