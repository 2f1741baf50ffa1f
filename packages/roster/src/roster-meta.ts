import type { SheetRow, Workbook } from './cell.ts'

/** What stands in the first line of a roster downloaded from the office (domain.md 4.4). */
export interface RosterMeta {
  /** Counts up with every change of the unit's list, so that a stale download is noticed. */
  version: number
  /** Hash of the content, worked out by whoever writes the file. */
  contentHash: string
  unitCode?: string
}

const MARK = 'shebao-roster/1'
const LABELS = { version: '版本 version', contentHash: '校验 hash', unitCode: '单位 unit' } as const

export function metaCells(meta: RosterMeta): string[] {
  const cells = [MARK, LABELS.version, String(meta.version), LABELS.contentHash, meta.contentHash]
  return meta.unitCode === undefined ? cells : [...cells, LABELS.unitCode, meta.unitCode]
}

export function findMeta(workbook: Workbook): RosterMeta | undefined {
  for (const sheet of workbook.sheets) {
    const meta = readMeta(sheet.rows[0])
    if (meta !== undefined) return meta
  }
  return undefined
}

function readMeta(row: SheetRow | undefined): RosterMeta | undefined {
  const texts = row?.cells.map((cell) => cell?.text.trim() ?? '') ?? []
  if (texts[0] !== MARK) return undefined
  const after = (label: string): string | undefined => {
    const at = texts.indexOf(label)
    return at === -1 ? undefined : texts[at + 1]
  }
  const version = Number(after(LABELS.version))
  const contentHash = after(LABELS.contentHash)
  if (!Number.isSafeInteger(version) || contentHash === undefined) return undefined
  const unitCode = after(LABELS.unitCode)
  return { version, contentHash, ...(unitCode === undefined ? {} : { unitCode }) }
}
