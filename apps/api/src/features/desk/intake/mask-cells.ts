import { maskBankAccount, maskIdNumber, maskMobile, maskName } from '@shebao/identifiers'
import type { Columns, RowCells } from '@shebao/intake'

const longestShown = 60

/** How each personal column is masked; what is personal and not named here shows nothing at all. */
const masks: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  legalRepName: maskName,
  idNumber: maskIdNumber,
  legalRepIdNumber: maskIdNumber,
  mobile: maskMobile,
  legalRepPhone: maskMobile,
  bankAccount: maskBankAccount,
}

/** What of a row may be seen: in the report on the screen and in the file that is downloaded. */
export function maskCells(columns: Columns, cells: RowCells): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([key, { text }]) => {
      const column = columns[key]
      if (!column) return []
      const shown = column.personal ? (masks[key]?.(text.trim()) ?? '***') : text.trim()
      return [[key, [...shown].slice(0, longestShown).join('')]]
    }),
  )
}
