import type { Viewer } from '../graphql/context.ts'
import { forbidden, notFound } from './refusal.ts'

/** Paying is the employer's own business; another employer's notice does not exist for it. */
export function requireOwnNotice(viewer: Viewer, notice: { employerId: string }): void {
  if (viewer.kind !== 'EMPLOYER') throw forbidden()
  if (notice.employerId !== viewer.employerId) throw notFound('payment notice')
}

/** Signing and ending are the employer's own business. */
export function requireOwnAgreement(viewer: Viewer, agreement: { employerId: string }): void {
  if (viewer.kind !== 'EMPLOYER') throw forbidden()
  if (agreement.employerId !== viewer.employerId) throw notFound('debit agreement')
}

/** The employer's own, or any for staff. */
export function maySeeEmployer(viewer: Viewer | undefined, employerId: string): boolean {
  if (viewer?.stage !== 'FULL') return false
  return viewer.kind === 'STAFF' || (viewer.kind === 'EMPLOYER' && viewer.employerId === employerId)
}
