import { createContext, useContext, type ReactNode } from 'react'
import type { StaffRole } from './staff-role.ts'

export type ClerkDuty = 'ADMINISTER' | 'PREPARE' | 'SUBMIT' | 'PAY'

/** Who is signed in, as every feature may know it. */
export interface SignedInViewer {
  id: string
  kind: 'EMPLOYER' | 'INSURED' | 'STAFF' | 'PARTNER'
  displayName: string
  roles: readonly StaffRole[]
  /** Of a clerk, for the employer acted for. */
  duties: readonly ClerkDuty[]
  employerId: string | null
  individualId: string | null
}

const ViewerContext = createContext<SignedInViewer | null>(null)

export function ViewerProvider({ viewer, children }: { viewer: SignedInViewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}

/** For pages inside a frame, which are shown only to someone signed in. */
export function useViewer(): SignedInViewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('useViewer needs a page inside a signed-in frame.')
  return viewer
}

/** The duty that this clerk would need for something and does not have; nothing for whoever has it, and for everybody else. */
export function useMissingDuty(duty: ClerkDuty): ClerkDuty | undefined {
  const { kind, duties } = useViewer()
  return kind === 'EMPLOYER' && !duties.includes(duty) ? duty : undefined
}
