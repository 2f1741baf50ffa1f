import { Outlet } from 'react-router'
import { NavigationBar } from '../shared/ui/navigation-bar.tsx'
import { OfflineBanner } from '../shared/ui/offline-banner.tsx'
import { SkipLink } from '../shared/ui/skip-link.tsx'

export function Root() {
  return (
    <>
      <SkipLink />
      <NavigationBar />
      <OfflineBanner />
      <Outlet />
    </>
  )
}
