import type { Issue } from '@shebao/declaration-rules'
import { checkPersonIdentifier } from '@shebao/identifiers'
import { idTypes } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { issuesOfRow } from './load-row-issues.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import { DRAFT_VERSION, findHashesActiveElsewhere, findPersonnelPage } from './personnel.repository.ts'
import type { PersonnelPageRow } from './personnel.repository.ts'
import { openRow, personIdHash } from './personnel-row-codec.ts'
import type { NumberedRow } from './personnel-row-codec.ts'
import { findBearers } from './places.repository.ts'

export const DRAFTS_AT_MOST = 2_500
/** Of rows that are named one by one. */
export const NAMED_ROWS_AT_MOST = 500

export interface DraftOfPerson {
  rowNo: number
  draft: PersonnelDraft
  idDigitsLost: boolean
  activeElsewhere: boolean
  /** The first row with the same number as a correct one, or this one; null without a number. */
  firstRow: number | null
  /** What the rules say of the person, with who else bears the number. */
  issues: () => Promise<readonly Issue[]>
}

export interface DraftsWanted {
  afterRow: number
  limit: number
  /** These rows alone. */
  rowNos?: readonly number[] | null | undefined
  /** Those who bear this number alone. */
  idNumber?: string | null | undefined
}

export async function readPersonnelDrafts(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  { afterRow, limit, rowNos, idNumber }: DraftsWanted,
): Promise<DraftOfPerson[]> {
  if (!may(viewer, 'draft:read', declaration)) throw notFound('declaration')
  if (limit < 1 || limit > DRAFTS_AT_MOST) throw badInput('limit', `Between 1 and ${DRAFTS_AT_MOST}.`)
  if (rowNos && rowNos.length > NAMED_ROWS_AT_MOST) throw badInput('rowNos', `At most ${NAMED_ROWS_AT_MOST} rows.`)
  const idHash = typeof idNumber === 'string' ? personIdHash(platform.vault, idNumber) : undefined
  if (idHash === null) return []
  const page = await findPersonnelPage(platform, {
    declarationId: declaration.id,
    version: DRAFT_VERSION,
    filter: 'ALL',
    rowNos: rowNos ?? undefined,
    idHash,
    afterRow,
    limit,
  })
  const elsewhere = await findHashesActiveElsewhere(
    platform,
    declaration.employerId,
    page.map(({ idHash }) => idHash),
  )
  const opened = page.map((stored) => ({ ...openRow(platform.vault, stored), stored }))
  const firstRows = await findFirstRows(platform, declaration.id, opened)
  let context: ReturnType<typeof loadPersonnelContext> | undefined
  return opened.map(({ stored: { idHash: hash }, ...person }) => {
    const { row, draft, idDigitsLost } = person
    const activeElsewhere = hash !== null && elsewhere.has(Buffer.from(hash).toString('hex'))
    const firstRow = firstRows.get(row) ?? (hash === null ? null : row)
    return {
      rowNo: row,
      draft,
      idDigitsLost: idDigitsLost === true,
      activeElsewhere,
      firstRow,
      issues: async () =>
        issuesOfRow(await (context ??= loadPersonnelContext(platform, declaration)), person, {
          firstRow: firstRow ?? undefined,
          activeElsewhere,
        }),
    }
  })
}

/**
 * The earlier row that makes a later one a repetition. The rules hold correct numbers against each other alone, so that somebody whose
 * number is none of the document they name repeats nobody.
 */
async function findFirstRows(
  platform: Platform,
  declarationId: string,
  opened: readonly (NumberedRow & { stored: PersonnelPageRow })[],
): Promise<ReadonlyMap<number, number>> {
  const later = opened.filter(({ row, stored: { firstRow } }) => firstRow !== null && firstRow < row)
  if (later.length === 0) return new Map()
  const hashes = later.flatMap(({ stored }) => stored.idHash ?? [])
  const bearers = await findBearers(platform, declarationId, DRAFT_VERSION, hashes)
  const today = platform.clock.today()
  return new Map(
    later.flatMap(({ row, draft, stored }): [number, number][] => {
      const first = bearers.find(
        ({ idHash, idType, rowNo }) =>
          rowNo < row &&
          stored.idHash !== null &&
          Buffer.compare(idHash, stored.idHash) === 0 &&
          checkPersonIdentifier(
            idTypes.find((known) => known === idType),
            draft.idNumber ?? '',
            today,
          ).ok,
      )
      return first ? [[row, first.rowNo]] : []
    }),
  )
}
