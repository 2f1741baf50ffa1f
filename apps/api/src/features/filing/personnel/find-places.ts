import { checkPersonIdentifier, toHalfWidth } from '@shebao/identifiers'
import { may } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { DRAFT_VERSION } from './personnel.repository.ts'
import type { PersonnelRowState } from './personnel.repository.ts'
import { openNames, personIdHash } from './personnel-row-codec.ts'
import { findRowRanges, findRowsOfNumber, loadSealedNames } from './places.repository.ts'
import type { RowRange } from './places.repository.ts'

/** As many rows as are unsealed in one go: some 20 ms, in which nobody else is served. */
const UNSEALED_AT_ONCE = 2_000

export interface PlacesWanted {
  state: PersonnelRowState | undefined
  text: string
}

export interface PersonnelPlaces {
  revision: number
  ranges: readonly RowRange[]
}

/**
 * Which rows of the draft a filter and a search let through, for a client that shows a window of the list. A whole identity number is
 * looked up by its keyed hash. Any other text is looked for in names and numbers, which are sealed: they are opened part by part, in
 * this process alone, and only row numbers leave it.
 */
export async function findPlaces(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  { state, text }: PlacesWanted,
): Promise<PersonnelPlaces> {
  if (!may(viewer, 'draft:read', declaration)) throw notFound('declaration')
  const revision = declaration.personnelRevision
  const ranges = await findRowRanges(platform, declaration.id, DRAFT_VERSION, state)
  const wanted = toHalfWidth(text).trim().toUpperCase()
  if (wanted === '') return { revision, ranges }
  const rows = checkPersonIdentifier(undefined, wanted, platform.clock.today()).ok
    ? await rowsOfNumber(platform, declaration.id, wanted, ranges)
    : await rowsWithText(platform, declaration.id, wanted, ranges)
  return { revision, ranges: rangesOf(rows) }
}

async function rowsOfNumber(
  platform: Platform,
  declarationId: string,
  number: string,
  ranges: readonly RowRange[],
): Promise<number[]> {
  const idHash = personIdHash(platform.vault, number)
  if (idHash === null) return []
  const rows = await findRowsOfNumber(platform, declarationId, DRAFT_VERSION, idHash)
  return rows.filter((row) => ranges.some(({ from, to }) => from <= row && row <= to))
}

async function rowsWithText(
  platform: Platform,
  declarationId: string,
  wanted: string,
  ranges: readonly RowRange[],
): Promise<number[]> {
  const found: number[] = []
  const rows = rowsOf(ranges)
  for (let at = 0; at < rows.length; at += UNSEALED_AT_ONCE) {
    const part = rows.slice(at, at + UNSEALED_AT_ONCE)
    for (const sealed of await loadSealedNames(platform, declarationId, DRAFT_VERSION, part)) {
      const { name = '', idNumber = '' } = openNames(platform.vault, sealed)
      if (name.toUpperCase().includes(wanted) || idNumber.toUpperCase().includes(wanted)) found.push(sealed.rowNo)
    }
  }
  return found
}

function rowsOf(ranges: readonly RowRange[]): number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
}

/** The same rows as few ranges; `rows` ascend. */
export function rangesOf(rows: readonly number[]): RowRange[] {
  const ranges: RowRange[] = []
  for (const row of rows) {
    const last = ranges.at(-1)
    if (last !== undefined && last.to === row - 1) last.to = row
    else ranges.push({ from: row, to: row })
  }
  return ranges
}
