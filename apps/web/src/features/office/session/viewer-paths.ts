import type { ViewerQuery } from './viewer.generated.ts'

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
