import type { ViewerQuery } from './viewer.generated.ts'

export type Viewer = NonNullable<ViewerQuery['viewer']>
export type ViewerKind = Viewer['kind']

const signInPaths: Record<ViewerKind, string> = {
  EMPLOYER: '/sign-in/employer',
  INSURED: '/sign-in/me',
  STAFF: '/sign-in/staff',
  PARTNER: '/sign-in/partner',
}

const homePaths: Record<ViewerKind, string> = {
  EMPLOYER: '/employer',
  INSURED: '/me',
  STAFF: '/staff',
  PARTNER: '/partner',
}

export const signInPath = (kind: ViewerKind) => signInPaths[kind]
export const homePath = (kind: ViewerKind) => homePaths[kind]

/** Where a sign-in goes on that is not complete; nothing for one that is. */
const stagePaths: Record<Viewer['stage'], string | null> = {
  FULL: null,
  MUST_CHANGE_PASSWORD: '/first-password',
  MUST_ENROL_SECOND_FACTOR: '/enrol',
  // The second step follows the password on the same page.
  MUST_PROVE_SECOND_FACTOR: '/sign-in/staff',
}
export const beforeComplete = (stage: Viewer['stage']) => stagePaths[stage]
