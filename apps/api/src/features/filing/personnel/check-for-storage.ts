import { setImmediate } from 'node:timers/promises'
import { allEnded } from '../../../platform/all-ended.ts'
import { eachInTurns } from '../../../platform/in-turns.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Issue } from '@shebao/declaration-rules'
import { openJudging } from './active-elsewhere.ts'
import { findHashesActiveElsewhere } from './personnel.repository.ts'
import type { CheckedStoredRow } from './personnel.repository.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import type { DeclarationOfPolicy } from './personnel-context.ts'
import { openRow, personIdHash, storeRow } from './personnel-row-codec.ts'
import type { NumberedRow, StoredRow } from './personnel-row-codec.ts'

/** What else the database has to do of the same transaction: first while numbers are hashed, then while rows are sealed and judged. */
export interface Meanwhile {
  whileHashed(): Promise<void>
  whileSealed(): Promise<void>
}
const nothing: Meanwhile = { whileHashed: async () => undefined, whileSealed: async () => undefined }

/** Seals the rows and notes how many issues each has today, for the filters and counts of the list. */
export async function checkForStorage(
  platform: Platform,
  declaration: DeclarationOfPolicy,
  rows: readonly NumberedRow[],
  onIssues?: (issues: readonly Issue[]) => void,
  { whileHashed, whileSealed } = nothing,
): Promise<CheckedStoredRow[]> {
  const context = await loadPersonnelContext(platform, declaration)
  const [hashes] = await allEnded([hashRows(platform, rows), whileHashed()])
  const inDatabase = async () => {
    const elsewhere = await findHashesActiveElsewhere(platform, declaration.employerId, hashes)
    await whileSealed()
    return elsewhere
  }
  const judging = openJudging(context)
  const stored: StoredRow[] = []
  const here = async () => {
    // The question has to be on its way before.
    await setImmediate()
    await eachInTurns(rows.entries(), ([index, row]) => {
      stored.push(storeRow(platform.vault, row, hashes[index]))
      judging.take(row)
    })
  }
  const [elsewhere] = await allEnded([inDatabase(), here()])
  const counts = judging.counts((index) => isIn(elsewhere, hashes[index]), onIssues)
  return stored.map((row, index) => ({ ...row, ...(counts[index] ?? { errors: 0, warnings: 0 }) }))
}

async function hashRows({ vault }: Platform, rows: readonly NumberedRow[]) {
  const hashes: ReturnType<typeof personIdHash>[] = []
  await eachInTurns(rows, ({ draft }) => hashes.push(personIdHash(vault, draft.idNumber)))
  return hashes
}

const isIn = (elsewhere: ReadonlySet<string>, hash: Uint8Array | null | undefined): boolean =>
  elsewhere.size > 0 && hash != null && elsewhere.has(Buffer.from(hash).toString('hex'))

/** What the rules of today say of rows that are stored already. */
export async function judgeStoredRows(
  platform: Platform,
  declaration: DeclarationOfPolicy,
  stored: readonly Pick<StoredRow, 'rowNo' | 'idHash' | 'personal' | 'content'>[],
): Promise<{ errors: number; warnings: number }[]> {
  const hashes = stored.map(({ idHash }) => idHash)
  const elsewhere = await findHashesActiveElsewhere(platform, declaration.employerId, hashes)
  const rows = stored.map((row) => openRow(platform.vault, row))
  const judging = openJudging(await loadPersonnelContext(platform, declaration))
  for (const row of rows) judging.take(row)
  return judging.counts((index) => isIn(elsewhere, hashes[index]))
}
