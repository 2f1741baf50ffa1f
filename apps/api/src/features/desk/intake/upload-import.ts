import type { ImportKind, OpenedTable, RowCells, RowProblem } from '@shebao/intake'
import { contentHash } from '../../../platform/crypto.ts'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Examined } from './import-work.ts'
import { importTable } from './import.lifecycle.ts'
import { findSameFile, insertImport, insertStagedRows } from './import.repository.ts'
import type { ImportRow } from './import.repository.ts'
import { importWorks } from './import-works.ts'
import { maskCells } from './mask-cells.ts'
import { requireOffice } from './office-of-import.ts'
import { saveLayout } from './import-layout.repository.ts'
import { readUpload } from './read-upload.ts'
import type { Upload, UploadReading } from './read-upload.ts'

export type UploadOutcome =
  | { kind: 'UPLOADED'; id: string }
  /** The same file is here already. */
  | { kind: 'REPEATED'; id: string; uploadedAt: string; state: string }
  | Exclude<UploadReading, { kind: 'READ' }>

/**
 * Brings a file in and looks at every row: nothing of the register is changed. Read outside the transaction; what it holds is
 * kept sealed until it is taken in, discarded or taken back.
 */
export async function uploadImport(
  platform: Platform,
  asker: Viewer | undefined,
  upload: Upload,
  origin: string,
): Promise<UploadOutcome> {
  const actor = requireMay(asker, 'register-import:upload')
  const { kind, bytes, fileName, layout, asks } = upload
  const hash = contentHash(bytes)
  const same = asks ? null : await findSameFile(platform, kind, hash)
  if (same) return repeated(same)
  const reading = await readUpload(platform, upload)
  if (reading.kind !== 'READ') return reading
  const { opened, headsKey } = reading
  const { unknown } = opened.table
  const office = await requireOffice(platform)
  return platform.database.transaction(async () => {
    const again = await findSameFile(platform, kind, hash)
    if (again) return repeated(again)
    const examined = await importWorks[kind].examine(platform, office, opened)
    const row = await openCase(platform, importTable, {
      event: 'UPLOAD',
      actor,
      origin,
      write: () =>
        insertImport(platform, {
          id: crypto.randomUUID(),
          kind,
          fileName,
          contentHash: hash,
          date1904: opened.date1904,
          columns: [...opened.table.columns].map(([key, { header }]) => ({ key, header })),
          unknown: [...unknown],
          ...countsOf(opened, examined),
          uploadedBy: actor.accountId,
          uploadedAt: platform.clock.now(),
          checkedAt: platform.clock.now(),
        }),
      trace: ({ id, rowCount, errorRows }) => ({
        action: 'IMPORT_UPLOADED',
        recordType: 'RegisterImport',
        recordId: id,
        change: { kind, fileName, hash, rows: rowCount, rowsWrong: errorRows },
      }),
    })
    if (layout) await saveLayout(platform, { kind, headsKey, layout, by: actor.accountId, at: row.uploadedAt })
    await insertStagedRows(platform, row.id, staged(platform, kind, opened.rows, examined))
    return { kind: 'UPLOADED', id: row.id }
  })
}

const repeated = ({ id, uploadedAt, status }: ImportRow): UploadOutcome => ({
  kind: 'REPEATED',
  id,
  uploadedAt: uploadedAt.toISOString(),
  state: status,
})

function staged(
  { vault }: Platform,
  kind: ImportKind,
  rows: readonly { row: number; cells: RowCells }[],
  { problems }: Examined,
) {
  const { columns } = importWorks[kind]
  return rows.map(({ row, cells }) => ({
    rowNo: row,
    cells: vault.seal(cells),
    shown: maskCells(columns, cells),
    problems: problems.get(row) ?? [],
  }))
}

/** How many rows there are, how many cannot be taken in, and how many deserve a look. */
export function countsOf({ rows }: Pick<OpenedTable, 'rows'>, { problems, amount }: Examined) {
  const having = (level: RowProblem['level']) =>
    [...problems.values()].filter((all) => all.some((problem) => problem.level === level)).length
  return {
    rowCount: rows.length,
    errorRows: having('ERROR'),
    warningRows: having('WARNING'),
    amount: amount === undefined ? null : BigInt(amount),
  }
}
