import { isAdd, isStop, proposeChanges } from '@shebao/declaration-rules'
import type { ChangeType, ProposalKind, ProposedChange, StopType } from '@shebao/declaration-rules'
import { period as toPeriod } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { loadBureauRoster } from '../comparison/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { countChanges, listTouched } from './changes.repository.ts'
import { hex } from './load-context.ts'
import { periodOf } from './monthly-case.ts'
import { draftOf, edit, mostChanges, refused } from './save-changes.ts'
import type { SaveChangesOutcome } from './save-changes.ts'
import { gatherParts, putList } from './upload-changes.ts'
import type { PartOfList } from './upload-changes.ts'

export interface ListedRow {
  row: number
  draft: PersonnelDraft
}

/** As many as a screen lets somebody settle; a list that differs more is taken over and settled in the declaration. */
export const mostProposed = 2_000

export interface Proposed {
  declarationId: string
  joins: number
  stops: number
  wages: number
  data: number
  same: number
  unread: readonly number[]
  /** Differences that the declaration has a change for already: nothing more is proposed for them. */
  already: number
  /** Where the list was only looked at: the first `mostProposed` of what is proposed. */
  changes: readonly ProposedChange[]
}

/** What the comparison found, beside what was saved. */
export type CompareOutcome =
  | SaveChangesOutcome
  | (Extract<SaveChangesOutcome, { kind: 'saved' }> & { proposed: Proposed })

/**
 * The unit's own list of people against the register (domain 4.4): who is enrolled and absent is proposed as a stop, who is in it and
 * not enrolled as a join, and of who is in both what the list says otherwise. Looked at, nothing is written and the proposals come back
 * to be settled; otherwise the joins and stops go behind the changes that are there, to be completed and corrected.
 */
export function compareMonthlyList(
  platform: Platform,
  viewer: Viewer,
  input: PartOfList & { rows: readonly ListedRow[]; stopType?: StopType | undefined; look?: boolean | undefined },
): Promise<CompareOutcome> {
  return edit<CompareOutcome>(platform, viewer, input, async (declaration) => {
    const gathered = await gatherParts<ListedRow>(platform, declaration, input)
    if ('waiting' in gathered) return gathered.waiting
    const enrolled = await loadBureauRoster(platform, declaration.employerId)
    const found = proposeChanges(enrolled, gathered.rows, {
      period: toPeriod(periodOf(declaration)),
      ...(input.stopType === undefined ? {} : { stopType: input.stopType }),
    })
    const fresh = await withoutDeclared(platform, declaration, found.changes)
    const count = (kind: ProposalKind) => fresh.filter((change) => change.kind === kind).length
    const proposed: Proposed = {
      declarationId: declaration.id,
      joins: count('JOIN'),
      stops: count('STOP'),
      wages: count('WAGE'),
      data: count('DATA'),
      same: found.same,
      unread: found.unread.slice(0, 100),
      already: found.changes.length - fresh.length,
      changes: input.look === true ? fresh.slice(0, mostProposed) : [],
    }
    if (input.look === true) return { ...nothingSaved(declaration), proposed }
    const drafts = fresh.flatMap(({ kind, draft }) => (kind === 'JOIN' || kind === 'STOP' ? draft : []))
    const { changes: before, lastRow } = await countChanges(platform, draftOf(declaration))
    if (before + drafts.length > mostChanges) return refused(declaration, 'TOO_MANY_CHANGES')
    const numbered = drafts.map((draft, index) => ({ row: lastRow + index + 1, draft }))
    const saved = await putList(platform, viewer, declaration, input, numbered, 'COMPARE')
    return { ...saved, proposed }
  })
}

const nothingSaved = ({ id, personnelRevision }: DeclarationRow): Extract<SaveChangesOutcome, { kind: 'saved' }> => ({
  kind: 'saved',
  declarationId: id,
  revision: personnelRevision,
  rowNos: [],
  issues: [],
  finished: true,
})

/** Comparing twice, or after having typed some of it, proposes nothing twice. */
async function withoutDeclared(
  platform: Platform,
  declaration: DeclarationRow,
  changes: readonly ProposedChange[],
): Promise<readonly ProposedChange[]> {
  const touched = new Set<string>()
  for (const { idHash, changeType, infoField } of await listTouched(platform, declaration.id)) {
    const about = kindOf(changeType)
    touched.add(`${hex(idHash)} ${about} ${about === 'DATA' ? (infoField ?? '') : ''}`)
  }
  if (touched.size === 0) return changes
  return changes.filter(({ kind, draft: { idNumber, infoField = '' } }) => {
    const hash = personIdHash(platform.vault, idNumber)
    return hash === null || !touched.has(`${hex(hash)} ${kind} ${kind === 'DATA' ? infoField : ''}`)
  })
}

function kindOf(type: ChangeType | null): ProposalKind {
  if (type === null || isStop(type)) return 'STOP'
  if (isAdd(type)) return 'JOIN'
  return type === 'BASE_CHANGE' ? 'WAGE' : 'DATA'
}
