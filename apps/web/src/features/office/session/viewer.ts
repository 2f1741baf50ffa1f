import type { DataClient } from '../../../shared/data/data-client.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { ViewerDocument } from './viewer.generated.ts'
import type { Viewer } from './viewer-paths.ts'

/** Whose session this browser holds, asked once and kept; null when signed out. */
export async function findViewer(client: DataClient): Promise<Viewer | null> {
  const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'cache-first' })
  return data?.viewer ?? null
}

/** Follows the session from any component; null when signed out or not known yet. */
export function useSessionViewer(): Viewer | null {
  const { data } = useQuery(ViewerDocument, { fetchPolicy: 'cache-first' })
  return data?.viewer ?? null
}
