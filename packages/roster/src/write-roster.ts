import type { PersonnelDraft } from './personnel-draft.ts'
import { rosterTable } from './roster-columns.ts'
import type { RosterLanguage } from './roster-columns.ts'
import { metaCells } from './roster-meta.ts'
import type { RosterMeta } from './roster-meta.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

/** CSV for spreadsheet programs: UTF-8 with its mark (else Chinese ones take it for GBK), CRLF, formulas guarded. */
export function writeRosterCsv(
  people: readonly PersonnelDraft[],
  meta: RosterMeta,
  language: RosterLanguage = 'zh-CN',
): Uint8Array {
  const { heads, rows, figures } = rosterTable(people, language)
  return writeCsv([metaCells(meta), heads, ...rows], figures)
}

export function writeRosterXlsx(
  people: readonly PersonnelDraft[],
  meta: RosterMeta,
  language: RosterLanguage = 'zh-CN',
): Uint8Array {
  const { heads, rows, figures } = rosterTable(people, language)
  return writeXlsx({
    name: language === 'zh-CN' ? '人员名册' : 'Roster',
    rows: [metaCells(meta), heads, ...rows],
    headRow: 1,
    figures,
  })
}

/** The content of a roster as one text, the same for the same people in the same order: what its hash is worked out of. */
export function canonicalRosterText(people: readonly PersonnelDraft[]): string {
  const { heads, rows } = rosterTable(people, 'zh-CN')
  return [heads, ...rows].map((cells) => JSON.stringify(cells)).join('\n')
}
