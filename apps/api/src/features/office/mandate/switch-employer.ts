import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { actInSession, findActing, listActedFor } from '../session/index.ts'
import type { ActedFor } from '../session/index.ts'
import { mostMandates } from './change-mandates.ts'

/** Whom the account may act for today. */
export async function readActedFor(platform: Platform, asker: Viewer | undefined): Promise<ActedFor[]> {
  const { accountId } = requireMay(asker, 'employer:switch')
  return listActedFor(platform, accountId, mostMandates)
}

/** From here on this session acts for that employer; every other session stays where it is. */
export async function switchEmployer(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  employerId: string,
): Promise<Viewer> {
  const viewer = requireMay(asker, 'employer:switch')
  const acting = await findActing(platform, viewer.accountId, requireUuid(employerId, 'employer'))
  if (acting?.scope !== 'EMPLOYER') throw notFound('employer')
  await platform.database.transaction(async () => {
    await actInSession(platform, viewer.sessionId, acting)
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      origin,
      action: 'EMPLOYER_SWITCHED',
      recordType: 'Session',
      recordId: viewer.sessionId,
      change: {
        employerId,
        ...(acting.mandate ? { mandateId: acting.mandate.id, agencyId: acting.mandate.agencyId } : {}),
      },
    })
  })
  const { duties, mandate } = acting
  return { ...viewer, employerId: acting.employerId, duties, mandate }
}
