import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listKnownPeople } from '../../register/enrolment/index.ts'
import { checkReason, recordReveal } from '../review/index.ts'
import { openChange } from './change-codec.ts'
import { asBuffer, listChanges } from './changes.repository.ts'
import { requireMonthly } from './monthly-case.ts'

export interface RevealedChange {
  name: string | undefined
  idNumber: string | undefined
  mobile: string | undefined
  infoValue: string | undefined
}

export interface RevealChangeInput {
  declarationId: string
  rowNo: number
  reason: string
  origin: string
}

/** Shows in clear whom one change of the version that was handed in is about. Needs a role and a reason, and is written into the trail (domain 9). */
export async function revealChange(
  platform: Platform,
  asker: Viewer | undefined,
  input: RevealChangeInput,
): Promise<RevealedChange> {
  const viewer = requireMay(asker, 'masked-value:reveal')
  const reason = checkReason(input.reason)
  const { rowNo } = input
  if (rowNo < 1) throw badInput('rowNo', 'From 1.')
  const declaration = await requireMonthly(platform, viewer, requireUuid(input.declarationId, 'declaration'))
  const { id, version, employerId } = declaration
  return platform.database.transaction(async () => {
    const [sealed] = await listChanges(platform, { declarationId: id, version }, { afterRow: rowNo - 1, limit: 1 })
    if (sealed?.rowNo !== rowNo) throw notFound('person')
    const { name, idNumber, mobile, infoValue } = openChange(platform.vault, sealed).draft
    const idHash = asBuffer(sealed.idHash)
    const [known] = idHash ? await listKnownPeople(platform, employerId, [idHash]) : []
    // The entry stands with the person who was looked at; of somebody the register does not know yet, with the row.
    const subject = known
      ? { recordType: 'Individual' as const, recordId: known.individualId }
      : { recordType: 'PersonnelRecord' as const, recordId: `${id}/${version}/${rowNo}` }
    await recordReveal(platform, viewer, input, { action: 'REVEAL_PERSON', ...subject }, reason, {
      idMasked: sealed.idMasked,
      version,
      rowNo,
    })
    return { name, idNumber, mobile, infoValue }
  })
}
