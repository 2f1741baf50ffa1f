import type { Viewer } from '../../graphql/context.ts'

export const editRefusals = ['ALREADY_SUBMITTED', 'UNDER_REVIEW', 'FINISHED'] as const
export type EditRefusal = (typeof editRefusals)[number]

/** An employer sees its own declarations, staff see all, insured people none. */
export function maySeeDeclaration(viewer: Viewer, declaration: { employerId: string }): boolean {
  if (viewer.stage !== 'FULL') return false
  return viewer.kind === 'STAFF' || (viewer.kind === 'EMPLOYER' && viewer.employerId === declaration.employerId)
}

/** Why the draft of a declaration in this status may not be changed, or nothing while it may. */
export function editRefusalOf(status: string): EditRefusal | undefined {
  switch (status) {
    case 'SUBMITTED':
      return 'ALREADY_SUBMITTED'
    case 'UNDER_REVIEW':
      return 'UNDER_REVIEW'
    case 'APPROVED':
    case 'PRINTED':
    case 'PAPER_FILED':
    case 'CLOSED':
    case 'CANCELLED':
      return 'FINISHED'
    default:
      return undefined
  }
}
