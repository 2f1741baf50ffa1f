import { tenantOf } from '../access/tenant-of.ts'
import type { Viewer } from '../access/viewer.ts'
import { askedBy, asOffice, asTenant } from '../platform/tenancy.ts'

type UseCase = (this: unknown, ...given: unknown[]) => unknown

/**
 * The same use case, asked of the database as its caller's request would ask: tests call most of them without one, and what the
 * database hides or refuses to an employer would come to light with the employer (ADR 72). Within a request it is left alone.
 */
export function behindSecondWall(useCase: UseCase): UseCase {
  return function asked(...given) {
    const said = askedBy()
    const viewer = said === undefined || said === 'TEST' ? given.find(isTenant) : undefined
    const work = async () => useCase.apply(this, given)
    return viewer ? asTenant(tenantOf(viewer), work) : useCase.apply(this, given)
  }
}

/** What a test does in between on the office's side. */
export const onOfficeSide = <T>(work: () => PromiseLike<T>): Promise<T> => asOffice('MONEY_BOOK', work)

const isTenant = (one: unknown): one is Viewer =>
  typeof one === 'object' &&
  one !== null &&
  'accountId' in one &&
  'kind' in one &&
  (one.kind === 'EMPLOYER' || one.kind === 'INSURED')
