import { checkPersonIdentifier, personNumberOnRecord, toHalfWidth } from '@shebao/identifiers'
import { may } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Vault } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { judgeAnew } from './judge-anew.ts'
import { DRAFT_VERSION } from './personnel.repository.ts'
import type { PersonnelRowState } from './personnel.repository.ts'
import { OpenedLists } from './opened-names.ts'
import type { OpenedNames } from './opened-names.ts'
import { openNames, personIdHash } from './personnel-row-codec.ts'
import { findRowRanges, findRowsOfNumber, loadSealedNames, loadSealedNamesBehind } from './places.repository.ts'
import type { RowRange, SealedNames } from './places.repository.ts'

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
 * looked up by its keyed hash. Any other text is looked for in names and numbers, which are sealed: they are opened in this process alone,
 * stay open for a short while (`opened-names.ts`), and only row numbers leave it.
 */
export async function findPlaces(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  { state, text }: PlacesWanted,
): Promise<PersonnelPlaces> {
  if (!may(viewer, 'draft:read', declaration)) throw notFound('declaration')
  if (state !== undefined) await judgeAnew(platform, declaration)
  const revision = declaration.personnelRevision
  const ranges = await findRowRanges(platform, declaration.id, DRAFT_VERSION, state)
  const wanted = toHalfWidth(text).trim().toUpperCase()
  if (wanted === '') return { revision, ranges }
  // Eight digits may be a permit of Taiwan or part of any number: the text of the numbers has both.
  const number = /^\d{8}$/.test(wanted) ? wanted : personNumberOnRecord(wanted)
  const rows = checkPersonIdentifier(undefined, number, platform.clock.today()).ok
    ? await rowsOfNumber(platform, declaration.id, number, ranges)
    : await rowsWithText(platform, declaration, wanted, ranges)
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
  { id, personnelRevision }: DeclarationRow,
  wanted: string,
  ranges: readonly RowRange[],
): Promise<number[]> {
  const { rows, names, numbers } = isFew(ranges)
    ? await openThese(platform, id, rowsOf(ranges))
    : await openedListsOf(platform).get(id, personnelRevision, () => openAll(platform, id))
  const isIn = withinRanges(ranges)
  return rows.filter((row, index) => (names[index]!.includes(wanted) || numbers[index]!.includes(wanted)) && isIn(row))
}

function isFew(ranges: readonly RowRange[]): boolean {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0) <= UNSEALED_AT_ONCE
}

const openedLists = new WeakMap<Platform['database'], OpenedLists>()

function openedListsOf({ database }: Platform): OpenedLists {
  const lists = openedLists.get(database) ?? new OpenedLists()
  openedLists.set(database, lists)
  return lists
}

async function openThese(platform: Platform, declarationId: string, rows: readonly number[]): Promise<OpenedNames> {
  const opened = new NamesBeingOpened(platform.vault)
  opened.add(await loadSealedNames(platform, declarationId, DRAFT_VERSION, rows))
  return opened
}

/** Part by part, so that others are served between; the database reads the next part while this one is opened. */
async function openAll(platform: Platform, declarationId: string): Promise<OpenedNames> {
  const opened = new NamesBeingOpened(platform.vault)
  const load = (afterRow: number) =>
    loadSealedNamesBehind(platform, declarationId, DRAFT_VERSION, { afterRow, limit: UNSEALED_AT_ONCE })
  for (let page = await load(-1); ;) {
    const last = page.length === UNSEALED_AT_ONCE ? page.at(-1) : undefined
    const next = last && load(last.rowNo)
    try {
      opened.add(page)
    } finally {
      page = (await next) ?? []
    }
    if (next === undefined) return opened
  }
}

class NamesBeingOpened implements OpenedNames {
  readonly rows: number[] = []
  readonly names: string[] = []
  readonly numbers: string[] = []
  readonly #vault: Vault

  constructor(vault: Vault) {
    this.#vault = vault
  }

  add(page: readonly SealedNames[]): void {
    for (const sealed of page) {
      const { name = '', idNumber = '' } = openNames(this.#vault, sealed)
      this.rows.push(sealed.rowNo)
      this.names.push(name.toUpperCase())
      this.numbers.push(idNumber.toUpperCase())
    }
  }
}

function rowsOf(ranges: readonly RowRange[]): number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
}

/** Whether a row is in one of the ranges; rows are asked for in ascending order, as the ranges are. */
function withinRanges(ranges: readonly RowRange[]): (row: number) => boolean {
  let at = 0
  return (row) => {
    while (at < ranges.length && ranges[at]!.to < row) at += 1
    return at < ranges.length && ranges[at]!.from <= row
  }
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
