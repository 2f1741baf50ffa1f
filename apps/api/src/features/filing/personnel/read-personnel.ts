import { PersonnelChecker } from '@shebao/declaration-rules'
import type { Issue, PersonnelContext } from '@shebao/declaration-rules'
import { insurances } from '@shebao/roster'
import type { Insurance, PersonnelDraft } from '@shebao/roster'
import { noteRead } from '../../../access/note-read.ts'
import type { ReadFrom } from '../../../access/note-read.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { DRAFT_VERSION, findHashesActiveElsewhere, findPersonnelPage } from './personnel.repository.ts'
import type { PersonnelFilter, PersonnelPageRow } from './personnel.repository.ts'
import { judgeAnew } from './judge-anew.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import { openRow, personIdHash } from './personnel-row-codec.ts'
import { visibleVersion } from './read-summary.ts'

/** One person as the contract shows them. */
export interface PersonnelRecordRow {
  declarationId: string
  version: number
  row: number
  draft: PersonnelDraft
  masked: boolean
  idMasked: string
  nameMasked: string
  bases: Partial<Record<Insurance, number>>
  issues: readonly Issue[]
}

export interface ReadPersonnelArgs extends KeysetArgs {
  version?: number | null | undefined
  filter?: PersonnelFilter | null | undefined
  /** A whole identity number; names cannot be searched, they are sealed. */
  idNumber?: string | null | undefined
}

/** One page, noted as a reading of the list, with one row more than it holds when others follow. */
export async function readPersonnel(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  args: ReadPersonnelArgs,
  from: ReadFrom,
): Promise<PersonnelRecordRow[]> {
  const version = visibleVersion(viewer, declaration, args.version)
  const [afterRow] = decodeCursor(args, 1) ?? [-1]
  if (typeof afterRow !== 'number') throw badInput('after', 'This is no cursor of this list.')
  const idHash = args.idNumber ? (personIdHash(platform.vault, args.idNumber) ?? undefined) : undefined
  if (version === DRAFT_VERSION && (args.filter ?? 'ALL') !== 'ALL') await judgeAnew(platform, declaration)
  const page = await findPersonnelPage(platform, {
    declarationId: declaration.id,
    version,
    filter: args.filter ?? 'ALL',
    idHash,
    afterRow,
    limit: pageSize(args) + 1,
  })
  const subject = { action: 'READ_PERSONNEL', recordType: 'Declaration', recordId: declaration.id } as const
  await noteRead(platform, viewer, 'declaration:read', subject, from)
  const context = await loadPersonnelContext(platform, declaration)
  const hashes = page.map((stored) => stored.idHash)
  const elsewhere = await findHashesActiveElsewhere(platform, declaration.employerId, hashes)
  return page.map((stored) =>
    recordOf(platform, viewer, declaration.id, version, stored, {
      ...context,
      isActiveElsewhere: () => stored.idHash !== null && elsewhere.has(Buffer.from(stored.idHash).toString('hex')),
    }),
  )
}

function recordOf(
  platform: Platform,
  viewer: Viewer,
  declarationId: string,
  version: number,
  stored: PersonnelPageRow,
  context: PersonnelContext,
): PersonnelRecordRow {
  const { row, draft, ...notes } = openRow(platform.vault, stored)
  // The earlier row with the same number stands before it, so that the list's own rule names the repetition.
  const earlier = stored.repeatsRow === null ? [] : [{ draft, row: stored.repeatsRow }]
  const checker = new PersonnelChecker(context, [...earlier, { row, draft, ...notes }])
  const only = new PersonnelChecker(context, [{ draft }]).totals
  const bases = Object.fromEntries(
    insurances.flatMap((insurance) => {
      const { value, unknown } = only.bases[insurance]
      return unknown === 0 && value > 0 ? [[insurance, value]] : []
    }),
  )
  return {
    declarationId,
    version,
    row,
    draft,
    masked: viewer.kind !== 'EMPLOYER',
    idMasked: stored.idMasked,
    nameMasked: stored.nameMasked,
    bases,
    issues: checker.issuesOf(earlier.length),
  }
}
