import { createContext, useContext, type ReactNode } from 'react'

/** Who is signed in, as every feature may know it. */
export interface SignedInViewer {
  id: string
  kind: 'EMPLOYER' | 'INSURED' | 'STAFF'
  displayName: string
  roles: readonly ('OFFICER' | 'REVIEWER' | 'HEAD' | 'AUDITOR' | 'ADMINISTRATOR')[]
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
