import { Outlet } from 'react-router'
import { PublicFrame } from '../shared/ui/public-frame.tsx'

export function VisitorFrame() {
  return (
    <PublicFrame>
      <Outlet />
    </PublicFrame>
  )
}
