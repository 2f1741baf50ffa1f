import { isCivilDate } from '@shebao/kernel'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { listOfficePeople } from '../../../case/office-people.repository.ts'
import type { Platform } from '../../../platform/platform.ts'
import { endPostRow, findDistrict, findStaffName, insertPost, lockPost } from './district.repository.ts'
import { DistrictRefusal, requireWholeAgency } from './district-refusal.ts'

export interface Post {
  accountId: string
  /** Nothing: the whole agency. */
  districtId?: string | null | undefined
  /** First and last day. */
  validFrom: string
  validTo?: string | null | undefined
}

type Permission = 'district:post' | 'district:lend'
type Action = 'DISTRICT_STAFF_POSTED' | 'DISTRICT_STAFF_LENT' | 'DISTRICT_STAFF_ENDED'

/** From a day on somebody handles the cases of an office, or of the whole agency. Gives whose post it is. */
export function postStaff(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  post: Post,
): Promise<string | DistrictRefusal> {
  const actor = requireMay(asker, 'district:post')
  requireWholeAgency(actor)
  return place(platform, { actor, origin, permission: 'district:post', action: 'DISTRICT_STAFF_POSTED' }, post, null)
}

/** For a time somebody of another office decides here too: by the head alone, with a reason. */
export async function lendStaff(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  { reason, ...post }: Post & { districtId: string; validTo: string; reason: string },
): Promise<string | DistrictRefusal> {
  const actor = requireMay(asker, 'district:lend')
  requireWholeAgency(actor)
  const because = requireText('reason', reason, [4, 200])
  const person = (await listOfficePeople(platform)).find(({ account }) => account === post.accountId)
  if (person && person.districts === null) return new DistrictRefusal('NOT_BOUND')
  return place(platform, { actor, origin, permission: 'district:lend', action: 'DISTRICT_STAFF_LENT' }, post, because)
}

interface Order {
  actor: StaffMember
  origin: string
  permission: Permission
  action: Action
}

function place(
  platform: Platform,
  order: Order,
  { accountId, validFrom, ...given }: Post,
  lentBecause: string | null,
): Promise<string | DistrictRefusal> {
  const [districtId, validTo] = [given.districtId ?? null, given.validTo ?? null]
  const today = platform.clock.today()
  return platform.database.transaction(async () => {
    const district = districtId === null ? undefined : await findDistrict(platform, districtId)
    if (districtId !== null && !district) throw notFound('district office')
    const backwards = validTo !== null && (!isCivilDate(validTo) || validTo < validFrom)
    if (!isCivilDate(validFrom) || validFrom < today || backwards) return new DistrictRefusal('DAYS')
    const name = await findStaffName(platform, accountId)
    if (name === undefined) return new DistrictRefusal('NOT_STAFF')
    const { actor } = order
    const post = {
      accountId,
      districtId,
      validFrom,
      validTo,
      lentBecause,
      setBy: actor.accountId,
      setAt: platform.clock.now(),
    }
    const id = await insertPost(platform, post)
    if (id === undefined) return new DistrictRefusal('ALREADY')
    await trace(platform, order, id, { name, code: district?.code, validFrom, validTo, reason: lentBecause })
    return accountId
  })
}

/** From now on they decide there no more. */
export function endPost(platform: Platform, origin: string, asker: Viewer | undefined, id: string): Promise<string> {
  const actor = requireMay(asker, 'district:post')
  requireWholeAgency(actor)
  return platform.database.transaction(async () => {
    const post = await lockPost(platform, id)
    if (!post) throw notFound('post')
    await endPostRow(platform, id)
    const { name, validFrom } = post
    const district = post.districtId === null ? undefined : await findDistrict(platform, post.districtId)
    const order = { actor, origin, permission: 'district:post', action: 'DISTRICT_STAFF_ENDED' } as const
    await trace(platform, order, id, {
      name,
      code: district?.code,
      validFrom,
      validTo: platform.clock.today(),
      reason: null,
    })
    return post.accountId
  })
}

interface Placed {
  name: string
  /** Nothing: the whole agency. */
  code: string | undefined
  validFrom: string
  validTo: string | null
  reason: string | null
}

async function trace(
  platform: Platform,
  { actor, origin, permission, action }: Order,
  recordId: string,
  { name, code, validFrom, validTo, reason }: Placed,
): Promise<void> {
  await platform.audit.record({
    actorKind: 'STAFF',
    actorId: actor.accountId,
    role: actingRole(actor, permission),
    origin,
    action,
    recordType: 'DistrictStaff',
    recordId,
    ...(reason === null ? {} : { reason }),
    change: { staffName: name, districtCode: code ?? '*', validFrom, ...(validTo === null ? {} : { validTo }) },
  })
}
