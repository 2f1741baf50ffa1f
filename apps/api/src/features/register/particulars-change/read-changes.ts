import { requireMay, requireRow } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../attachment/index.ts'
import { kindOf } from './particulars-change-case.ts'
import { findChange, listChanges } from './particulars-change.repository.ts'
import type { ChangeRow } from './particulars-change.repository.ts'
import { fieldsOf, maskedValue } from './wanted-values.ts'
import type { ChangeField, ChangeValues } from './wanted-values.ts'

/** More are in the trail [PD]. */
export const mostChanges = 50

addAttachmentSubject('PARTICULARS_CHANGE', {
  permission: 'particulars-change:read',
  owner: async (platform, id) => (await findChange(platform, id)) ?? undefined,
})

export async function readChanges(
  platform: Platform,
  asker: Viewer | undefined,
  employerId: string,
): Promise<ChangeRow[]> {
  const row = { employerId: requireUuid(employerId, 'employer') }
  requireMay(asker, 'particulars-change:read', row, 'employer')
  return listChanges(platform, employerId, mostChanges)
}

/** One request. What an officer reads in clear to hold it against the papers is written into the trail. */
export async function readChange(
  platform: Platform,
  viewer: Viewer | undefined,
  id: string,
  from: { origin: string },
): Promise<ChangeRow> {
  const change = requireRow(viewer, 'particulars-change:read', await findChange(platform, id), 'change of particulars')
  if (viewer?.kind === 'STAFF')
    await platform.audit.recordRead(
      {
        actorKind: viewer.kind,
        actorId: viewer.accountId,
        action: 'READ_PARTICULARS_CHANGE',
        recordType: 'ParticularsChange',
        recordId: id,
        change: { number: change.number, kind: change.kind },
      },
      from,
    )
  return change
}

export interface ComparedValue {
  field: ChangeField
  before: string
  after: string
}

/** Old and new side by side: for whoever decides the new ones in clear, for everybody else masked. */
export function compare({ vault }: Platform, change: ChangeRow, inClear: boolean): ComparedValue[] {
  const [held, wanted] = [vault.open<ChangeValues>(change.held), vault.open<ChangeValues>(change.wanted)]
  // What was left out stays as it is; nothing of a field that was blank before, too.
  const shown = fieldsOf[kindOf(change)].map((field) => ({
    field,
    before: held[field] ?? '',
    after: wanted[field] ?? held[field] ?? '',
  }))
  return shown.flatMap(({ field, before, after }) =>
    before === '' && after === ''
      ? []
      : [{ field, before: maskedValue(field, before), after: inClear ? after : maskedValue(field, after) }],
  )
}
