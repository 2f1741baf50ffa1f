import { noteRead } from '../../../access/note-read.ts'
import type { ReadFrom } from '../../../access/note-read.ts'
import { checkMonthlyChanges, consequencesOf, effectOf } from '@shebao/declaration-rules'
import type { ChangeConsequences, Issue, MonthlyChangeDraft, PersonStanding } from '@shebao/declaration-rules'
import { personNumberOnRecord } from '@shebao/identifiers'
import { fen } from '@shebao/kernel'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { KnownPerson } from '../../register/enrolment/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { openChange } from './change-codec.ts'
import { DRAFT_VERSION, listChanges } from './changes.repository.ts'
import type { ChangeFilter } from './changes.repository.ts'
import { hex, loadContext } from './load-context.ts'
import { isEditable } from './monthly-case.ts'

/** One change beside the register: who, from what, to what. */
export interface ShownChange {
  declarationId: string
  version: number
  row: number
  draft: MonthlyChangeDraft
  idMasked: string
  nameMasked: string
  /** Names and numbers are the employer's; staff see them masked. */
  masked: boolean
  issues: readonly Issue[]
  consequences: ChangeConsequences
  /** Nothing where the unit has nobody of that number. */
  before: PersonStanding | undefined
  after: PersonStanding
  individualId: string | undefined
}

export interface ChangesQuery extends KeysetArgs {
  filter?: ChangeFilter | null | undefined
  /** One row alone. */
  rowNo?: number | null | undefined
  /** Exact number of one person. */
  idNumber?: string | null | undefined
}

/** The draft to its employer while it is being written; to everybody else, and after that, what was handed in last. */
export function shownVersion(viewer: Viewer | undefined, row: DeclarationRow): number {
  return isEditable(row) && may(viewer, 'draft:read', row) ? DRAFT_VERSION : row.version
}

export async function readChanges(
  platform: Platform,
  viewer: Viewer | undefined,
  declaration: DeclarationRow,
  query: ChangesQuery,
  from: ReadFrom,
): Promise<ShownChange[]> {
  const [after] = decodeCursor(query, 1) ?? []
  const version = shownVersion(viewer, declaration)
  const subject = { action: 'READ_PERSONNEL', recordType: 'Declaration', recordId: declaration.id } as const
  if (viewer) await noteRead(platform, viewer, 'declaration:read', subject, from)
  const number = personNumberOnRecord(query.idNumber ?? '')
  const { rowNo } = query
  const one = typeof rowNo === 'number'
  const found = await listChanges(
    platform,
    { declarationId: declaration.id, version },
    {
      afterRow: one ? rowNo - 1 : typeof after === 'number' ? after : 0,
      limit: one ? 1 : pageSize(query) + 1,
      filter: query.filter ?? 'ALL',
      idHash: number === '' ? undefined : (personIdHash(platform.vault, number) ?? undefined),
    },
  )
  const sealed = one ? found.filter((row) => row.rowNo === rowNo) : found
  const changes = sealed.map((row) => openChange(platform.vault, row))
  const { context, known } = await loadContext(platform, declaration, changes)
  const issues = version === DRAFT_VERSION ? issuesByRow(checkPage(changes, context)) : new Map<number, Issue[]>()
  return changes.map(({ row, draft }, index) => {
    const stored = sealed[index]
    const person = known.get(hex(stored?.idHash ?? undefined))
    const before = standingOf(person)
    return {
      declarationId: declaration.id,
      version,
      row,
      draft,
      idMasked: stored?.idMasked ?? '',
      nameMasked: stored?.nameMasked ?? '',
      masked: viewer?.kind !== 'EMPLOYER',
      issues: issues.get(row) ?? [],
      consequences: consequencesOf(draft, context.today),
      before,
      after: effectOf(draft, before),
      individualId: person?.individualId,
    }
  })
}

const checkPage = (
  changes: readonly { row: number; draft: MonthlyChangeDraft }[],
  context: Parameters<typeof checkMonthlyChanges>[1],
) =>
  checkMonthlyChanges(
    changes.map(({ draft }) => draft),
    context,
    changes.map(({ row }) => row),
  )

function issuesByRow(issues: readonly Issue[]): Map<number, Issue[]> {
  const byRow = new Map<number, Issue[]>()
  for (const issue of issues) byRow.set(issue.row ?? 0, [...(byRow.get(issue.row ?? 0) ?? []), issue])
  return byRow
}

function standingOf(person: KnownPerson | undefined): PersonStanding | undefined {
  if (!person || person.toPeriod !== null) return undefined
  return { insurances: person.insurances, wage: fen(Number(person.averageWage)) }
}

export const changeKey = ({ row }: ShownChange) => [row]
