import { setImmediate } from 'node:timers/promises'
import type { Platform } from '../../../platform/platform.ts'
import { matchKey } from '@shebao/roster'
import { countIssues } from './active-elsewhere.ts'
import { findHashesActiveElsewhere } from './personnel.repository.ts'
import type { CheckedStoredRow } from './personnel.repository.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import type { DeclarationOfPolicy } from './personnel-context.ts'
import { personIdHash, storeRow } from './personnel-row-codec.ts'
import type { NumberedRow } from './personnel-row-codec.ts'

/** Seals the rows and notes how many issues each has today, for the filters and counts of the list. */
export async function checkForStorage(
  platform: Platform,
  declaration: DeclarationOfPolicy,
  rows: readonly NumberedRow[],
): Promise<CheckedStoredRow[]> {
  const { vault } = platform
  const hashes = rows.map(({ draft }) => personIdHash(vault, draft.idNumber))
  // The database looks for them while the rows are sealed here: the question has to be on its way before.
  const seal = async () => {
    await setImmediate()
    return rows.map((row, index) => storeRow(vault, row, hashes[index]))
  }
  const [elsewhere, stored] = await Promise.all([
    findHashesActiveElsewhere(platform, declaration.employerId, hashes),
    seal(),
  ])
  const keys = new Set(
    rows.flatMap(({ draft }, index) => {
      const hash = stored[index]?.idHash
      return hash && elsewhere.has(Buffer.from(hash).toString('hex')) ? (matchKey(draft) ?? []) : []
    }),
  )
  const context = {
    ...(await loadPersonnelContext(platform, declaration)),
    isActiveElsewhere: (key: string) => keys.has(key),
  }
  const counts = countIssues(context, rows)
  return stored.map((row, index) => ({ ...row, ...(counts[index] ?? { errors: 0, warnings: 0 }) }))
}
