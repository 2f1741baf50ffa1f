import type { ApolloClient } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { ViewerDocument, type ViewerQuery } from './viewer.generated.ts'

export type Viewer = NonNullable<ViewerQuery['viewer']>
export type ViewerKind = Viewer['kind']

const signInPaths: Record<ViewerKind, string> = {
  EMPLOYER: '/sign-in/employer',
  INSURED: '/sign-in/me',
  STAFF: '/sign-in/staff',
}

const homePaths: Record<ViewerKind, string> = { EMPLOYER: '/employer', INSURED: '/me', STAFF: '/staff' }

export const signInPath = (kind: ViewerKind) => signInPaths[kind]
export const homePath = (kind: ViewerKind) => homePaths[kind]

/** Whose session this browser holds, asked once and kept; null when signed out. */
export async function findViewer(client: ApolloClient): Promise<Viewer | null> {
  const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'cache-first' })
  return data?.viewer ?? null
}

/** Follows the session from any component; null when signed out or not known yet. */
export function useSessionViewer(): Viewer | null {
  const { data } = useQuery(ViewerDocument, { fetchPolicy: 'cache-first' })
  return data?.viewer ?? null
}
