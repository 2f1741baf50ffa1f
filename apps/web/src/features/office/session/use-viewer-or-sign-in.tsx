import type { ReactElement } from 'react'
import { Navigate } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { ViewerDocument } from './viewer.generated.ts'
import { signInPath, type Viewer } from './viewer-paths.ts'

type Answer = { viewer: Viewer; instead: null } | { viewer: null; instead: ReactElement | null }

/** For the account's own pages, which stand outside the frames: whoever is signed in, or where to go instead. */
export function useViewerOrSignIn(): Answer {
  const { data, loading } = useQuery(ViewerDocument, { fetchPolicy: 'cache-first' })
  if (data?.viewer) return { viewer: data.viewer, instead: null }
  return { viewer: null, instead: loading ? null : <Navigate to={signInPath('EMPLOYER')} replace /> }
}
