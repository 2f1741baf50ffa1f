import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { requireEditableDeclaration, setListSignature } from '../declaration/index.ts'
import type { ListRefusal } from './save-personnel.ts'

export type SignOutcome =
  | { kind: 'SIGNED'; declarationId: string; revision: number }
  | { kind: 'REFUSED'; declarationId: string; code: ListRefusal; rows: readonly number[] }

/** The employer states once, for the whole list, that every employee signed their line (domain 3.1, 4.3; M20 5), or takes it back. */
export async function signPersonnelList(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; signed: boolean; origin: string },
): Promise<SignOutcome> {
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    if (refusal) return { kind: 'REFUSED', declarationId: declaration.id, code: refusal, rows: [] }
    await setListSignature(platform, declaration.id, input.signed)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'SIGN_LIST',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { signed: input.signed },
    })
    return { kind: 'SIGNED', declarationId: declaration.id, revision: declaration.personnelRevision }
  })
}
