import { requireRow } from '../../../access/permissions.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { firstClerk } from '../../../access/first-clerk.ts'
import type { FirstLink } from '../../../access/first-clerk.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../attachment/index.ts'
import { openApplication } from './application-key.ts'
import type { ApplicationKey, KeyRefusal } from './application-key.ts'
import { traceOf } from './registration-case.ts'
import { findRegistration } from './registration.repository.ts'
import type { RegistrationRow } from './registration.repository.ts'

addAttachmentSubject('REGISTRATION', {
  permission: 'registration:read',
  owner: async (platform, id) => ((await findRegistration(platform, id)) ? {} : undefined),
})

/** One application for staff. What they read in clear to hold it against the licence is written into the trail. */
export async function readRegistration(
  platform: Platform,
  viewer: Viewer | undefined,
  id: string,
  { origin }: { origin: string },
): Promise<RegistrationRow> {
  const row = requireRow(viewer, 'registration:read', await findRegistration(platform, id), 'registration')
  if (!viewer) throw unauthenticated()
  await platform.audit.recordRead(
    { actorKind: viewer.kind, actorId: viewer.accountId, ...traceOf('READ_REGISTRATION', row) },
    { origin },
  )
  return row
}

export type LinkOutcome = { kind: 'LINK'; link: FirstLink } | { kind: 'REFUSED'; reason: 'NOT_NOW' } | KeyRefusal

/**
 * The one-time link by which the first clerk sets a password, for whoever holds the key of an approved application. Asked for again it
 * is another one, until a password was set; then it leads nowhere any more.
 */
export async function openFirstAccount(platform: Platform, origin: string, key: ApplicationKey): Promise<LinkOutcome> {
  const opened = await openApplication(platform, origin, key)
  if ('kind' in opened) return opened
  const { accountId, employerId } = opened
  if (opened.status !== 'APPROVED' || accountId === null || employerId === null)
    return { kind: 'REFUSED', reason: 'NOT_NOW' }
  return platform.database.transaction(async () => {
    const link = await firstClerk().link(platform, { accountId, employerId })
    if (!link) return { kind: 'REFUSED', reason: 'NOT_NOW' }
    await platform.audit.record({
      actorKind: 'ANONYMOUS',
      origin,
      ...traceOf('REGISTRATION_LINK_ISSUED', opened, { employerId }),
    })
    return { kind: 'LINK', link }
  })
}
