import { setImmediate } from 'node:timers/promises'
import { eachInTurns } from '../../../platform/in-turns.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Issue } from '@shebao/declaration-rules'
import { matchKey } from '@shebao/roster'
import { countIssues } from './active-elsewhere.ts'
import { findHashesActiveElsewhere } from './personnel.repository.ts'
import type { CheckedStoredRow } from './personnel.repository.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import type { DeclarationOfPolicy } from './personnel-context.ts'
import { openRow, personIdHash, storeRow } from './personnel-row-codec.ts'
import type { NumberedRow, StoredRow } from './personnel-row-codec.ts'

/** Seals the rows and notes how many issues each has today, for the filters and counts of the list. */
export async function checkForStorage(
  platform: Platform,
  declaration: DeclarationOfPolicy,
  rows: readonly NumberedRow[],
  onIssues?: (issues: readonly Issue[]) => void,
): Promise<CheckedStoredRow[]> {
  const { vault } = platform
  const hashes: ReturnType<typeof personIdHash>[] = []
  await eachInTurns(rows, ({ draft }) => hashes.push(personIdHash(vault, draft.idNumber)))
  const stored: StoredRow[] = []
  // The database looks for them while the rows are sealed here: the question has to be on its way before.
  const seal = async () => {
    await setImmediate()
    await eachInTurns(rows.entries(), ([index, row]) => stored.push(storeRow(vault, row, hashes[index])))
  }
  const [elsewhere] = await Promise.all([findHashesActiveElsewhere(platform, declaration.employerId, hashes), seal()])
  const counts = await judgeRows(
    platform,
    declaration,
    rows,
    (index) => isIn(elsewhere, stored[index]?.idHash),
    onIssues,
  )
  return stored.map((row, index) => ({ ...row, ...(counts[index] ?? { errors: 0, warnings: 0 }) }))
}

const isIn = (elsewhere: ReadonlySet<string>, hash: Uint8Array | null | undefined): boolean =>
  elsewhere.size > 0 && hash != null && elsewhere.has(Buffer.from(hash).toString('hex'))

async function judgeRows(
  platform: Platform,
  declaration: DeclarationOfPolicy,
  rows: readonly NumberedRow[],
  isElsewhere: (index: number) => boolean,
  onIssues?: (issues: readonly Issue[]) => void,
): Promise<{ errors: number; warnings: number }[]> {
  const keys = new Set(rows.flatMap(({ draft }, index) => (isElsewhere(index) ? (matchKey(draft) ?? []) : [])))
  const context = await loadPersonnelContext(platform, declaration)
  return countIssues({ ...context, isActiveElsewhere: (key: string) => keys.has(key) }, rows, onIssues)
}

/** What the rules of today say of rows that are stored already. */
export async function judgeStoredRows(
  platform: Platform,
  declaration: DeclarationOfPolicy,
  stored: readonly Pick<StoredRow, 'rowNo' | 'idHash' | 'personal' | 'content'>[],
): Promise<{ errors: number; warnings: number }[]> {
  const hashes = stored.map(({ idHash }) => idHash)
  const elsewhere = await findHashesActiveElsewhere(platform, declaration.employerId, hashes)
  const rows = stored.map((row) => openRow(platform.vault, row))
  return judgeRows(platform, declaration, rows, (index) => isIn(elsewhere, hashes[index]))
}
