import { maskIdNumber, maskName } from '@shebao/identifiers'
import { differenceKinds } from '@shebao/roster'
import type { DifferenceKind, Resolution } from '@shebao/roster'
import { may } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isDraft, seesDeclaration } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import type { DifferenceDetail, DifferencePeople } from './difference-content.ts'
import { countByKind, findDifferences } from './differences.repository.ts'
import type { DifferenceRow, KindCount } from './differences.repository.ts'
import { countEnrolled, findUnitOfRoster } from './enrolled.repository.ts'

export type ComparisonStage = 'DOWNLOAD' | 'STALE' | 'COMPARE' | 'SETTLE' | 'DONE'

export interface ComparisonState {
  rosterVersion: number
  downloadedVersion: number | null
  comparedVersion: number | null
  rosterPeople: number
  stage: ComparisonStage
  kinds: readonly KindCount[]
  open: number
}

export async function readComparison(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
): Promise<ComparisonState> {
  if (!may(viewer, 'difference:read', declaration) || !seesDeclaration(viewer, declaration))
    throw notFound('declaration')
  const { rosterVersion } = await findUnitOfRoster(platform, declaration.employerId)
  const counts = await countByKind(platform, declaration.id)
  const kinds = counts.toSorted((a, b) => differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind))
  const open = kinds.reduce((sum, kind) => sum + kind.open, 0)
  return {
    rosterVersion,
    kinds,
    open,
    downloadedVersion: declaration.downloadedRosterVersion,
    comparedVersion: declaration.comparedRosterVersion,
    rosterPeople: await countEnrolled(platform, declaration.employerId),
    stage: stageOf(declaration, rosterVersion, open),
  }
}

function stageOf(declaration: DeclarationRow, rosterVersion: number, open: number): ComparisonStage {
  if (declaration.downloadedRosterVersion === null) return 'DOWNLOAD'
  if (declaration.downloadedRosterVersion !== rosterVersion) return 'STALE'
  const current =
    declaration.comparedRosterVersion === rosterVersion &&
    declaration.comparedRevision === declaration.personnelRevision
  if (!current) return 'COMPARE'
  return open > 0 ? 'SETTLE' : 'DONE'
}

export interface SideOfDifference {
  name: string | undefined
  idNumber: string | undefined
  values: Record<string, string | number | boolean>
}

export interface DifferenceOfPerson {
  id: string
  kind: DifferenceKind
  rows: readonly number[]
  suggestedRow: number | undefined
  bureau: SideOfDifference | undefined
  unit: SideOfDifference | undefined
  resolution: Resolution | null
  reason: string | null
  stopReason: string | null
}

export interface DifferenceArgs extends KeysetArgs {
  kind?: DifferenceKind | null | undefined
  state?: 'ALL' | 'OPEN' | 'SETTLED' | null | undefined
}

export async function readDifferences(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  args: DifferenceArgs,
): Promise<DifferenceOfPerson[]> {
  if (!may(viewer, 'difference:read', declaration) || !seesDeclaration(viewer, declaration))
    throw notFound('declaration')
  // While it is being mended, what is settled and what is not is its employer's own writing.
  if (isDraft(declaration.status) && !may(viewer, 'draft:read', declaration)) return []
  const [afterId] = decodeCursor(args, 1) ?? []
  if (afterId !== undefined && (typeof afterId !== 'string' || !isUuid(afterId)))
    throw badInput('after', 'This is no cursor of this list.')
  const found = await findDifferences(platform, {
    declarationId: declaration.id,
    kind: args.kind ?? undefined,
    state: args.state ?? 'ALL',
    afterId,
    limit: pageSize(args) + 1,
  })
  return found.map((row) => describe(platform, row, viewer.kind !== 'EMPLOYER'))
}

function describe(platform: Platform, row: DifferenceRow, masked: boolean): DifferenceOfPerson {
  const people = row.personal === null ? {} : platform.vault.open<DifferencePeople>(row.personal)
  const { fields, rows, suggestedRow } = row.detail as DifferenceDetail
  const side = (of: 'bureau' | 'unit'): SideOfDifference | undefined => {
    const person = people[of]
    if (!person) return undefined
    return {
      name: masked && person.name !== undefined ? maskName(person.name) : person.name,
      idNumber: masked && person.idNumber !== undefined ? maskIdNumber(person.idNumber) : person.idNumber,
      values: Object.fromEntries(fields.map((field) => [field.field, field[of]])),
    }
  }
  const { id, kind, resolution, reason, stopReason } = row
  return { id, kind, rows, suggestedRow, bureau: side('bureau'), unit: side('unit'), resolution, reason, stopReason }
}
