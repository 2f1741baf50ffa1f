import { withBureauValue } from '@shebao/roster'
import type { Resolution } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'
import type { DifferenceDetail, DifferencePeople } from './difference-content.ts'
import type { DifferenceRow } from './differences.repository.ts'
import { loadBureauRoster } from './load-bureau-roster.ts'
import { DRAFT_VERSION, countPersonnel, findPersonnelRow, openRow } from '../personnel/index.ts'
import type { NumberedRow } from '../personnel/index.ts'

export interface Effects {
  changed: NumberedRow[]
  removed: number[]
  /** How many the list then has. */
  people: number
}

/** These only note what the unit says; the register follows when the declaration is accepted. */
const EFFECT_FREE: readonly Resolution[] = ['STOP', 'ADD', 'INFO_CHANGE', 'ACCEPT_UNIT']

export function isEffectFree(resolution: Resolution): boolean {
  return EFFECT_FREE.includes(resolution)
}

interface Settled {
  resolution: Resolution
  keepRow?: number | undefined
  reason?: string | undefined
}

/** What settling these differences so does to the rows of the draft (domain 4.4). */
export async function workOutEffects(
  platform: Platform,
  declaration: { id: string; employerId: string },
  differences: readonly DifferenceRow[],
  settled: Settled,
): Promise<Effects> {
  const counts = await countPersonnel(platform, declaration.id, DRAFT_VERSION)
  const effects: Effects = { changed: [], removed: [], people: counts.people }
  if (isEffectFree(settled.resolution)) return effects
  if (settled.resolution === 'RESTORE') {
    effects.changed = await restore(platform, declaration.employerId, differences, counts.lastRow)
  } else if (settled.resolution === 'REMOVE' || settled.resolution === 'FIX') {
    effects.removed = differences.flatMap(({ detail }) =>
      (detail as DifferenceDetail).rows.filter((row) => row !== settled.keepRow),
    )
  } else {
    for (const difference of differences) {
      const row = await changedRow(platform, declaration.id, difference, settled.reason)
      if (row) effects.changed.push(row)
    }
  }
  const added = settled.resolution === 'RESTORE' ? effects.changed.length : 0
  return { ...effects, people: counts.people + added - effects.removed.length }
}

/** The bureau's people come into the list as the bureau has them, behind its last row; wages remain to be filled in. */
async function restore(
  platform: Platform,
  employerId: string,
  differences: readonly DifferenceRow[],
  lastRow: number,
): Promise<NumberedRow[]> {
  const wanted = new Set(differences.map(({ enrolmentId }) => enrolmentId))
  const people = (await loadBureauRoster(platform, employerId)).filter(({ enrolmentId }) => wanted.has(enrolmentId))
  return people.map(({ draft: { statedMonthlyAverage: _average, ...draft } }, index) => ({
    row: lastRow + index + 1,
    draft,
  }))
}

async function changedRow(
  platform: Platform,
  declarationId: string,
  difference: DifferenceRow,
  reason: string | undefined,
): Promise<NumberedRow | undefined> {
  const stored =
    difference.rowNo === null
      ? undefined
      : await findPersonnelRow(platform, declarationId, DRAFT_VERSION, difference.rowNo)
  if (!stored || difference.personal === null) return undefined
  const row = openRow(platform.vault, stored)
  const { bureau } = platform.vault.open<DifferencePeople>(difference.personal)
  const { fields } = difference.detail as DifferenceDetail
  if (difference.kind === 'NAME_DIFF')
    return bureau?.name === undefined ? undefined : { ...row, draft: { ...row.draft, name: bureau.name } }
  return { ...row, draft: fields.reduce((draft, field) => withBureauValue(draft, field, reason), row.draft) }
}
