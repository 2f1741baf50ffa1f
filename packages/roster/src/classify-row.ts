import type { Cell, SheetRow } from './cell.ts'
import { compactText, foldText } from './cell-text.ts'
import { isAmountField } from './column-field.ts'
import type { ColumnField } from './column-field.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { looksLikePerson } from './find-table.ts'
import { matchHeader } from './match-header.ts'
import type { PersonnelDraft } from './personnel-draft.ts'

export type RowClass = 'PERSON' | 'TOTAL' | 'SUBTOTAL' | 'REPEATED_HEADER' | 'OTHER_TABLE' | 'FOOTNOTE'

const TOTAL_WORD =
  /^(?:合计|总计|共计|总合计|全部合计|单位合计|人数合计|合计人数|合计金额|总和|total|grandtotal)(?:共?\d*人?|[(（].*)?$/
const SUBTOTAL_WORD = /^(?:小计|本页小计|本页合计|页计|.{0,12}小计|subtotal|pagetotal)$/
const FOOTNOTE_WORD =
  /[:：]\s*$|^\s*[*※]?\s*(?:注|备注|说明|填表说明|填报说明)\s*\d*\s*[:：.、]|负责人|制表|填表|填报|审核|复核|公章|盖章|签章|经办人|以下空白|^-+$/

const TELLING = 200

/** What a row under the header is. Nothing is dropped unseen: all but persons are listed with their text. */
export function classifyRow(row: SheetRow, draft: PersonnelDraft, mapping: ColumnMapping): RowClass {
  const cellOf = (field: ColumnField): Cell | undefined => row.cells[mapping.columns[field]?.column ?? -1]
  if (hasIdentifier(cellOf('idNumber'))) return 'PERSON'
  const header = headerKind(row, mapping)
  if (header !== undefined) return header
  // Words that tell a row are short; what else stands in a cell may be as long as a cell holds.
  const texts = row.cells.filter((cell) => cell !== undefined).map((cell) => cell.text.slice(0, TELLING))
  const leading = texts.slice(0, 3).map(foldText)
  if (leading.some((text) => SUBTOTAL_WORD.test(text))) return 'SUBTOTAL'
  if (leading.some((text) => TOTAL_WORD.test(text))) return 'TOTAL'
  const known = readableFields(draft)
  const isFootnote = texts.some((text) => FOOTNOTE_WORD.test(text))
  const onlyFigures =
    known.length > 0 && known.every((field) => isAmountField(field) || field === 'monthsWorkedLastYear')
  if (onlyFigures && !isNumbered(cellOf('sequence')) && !isFootnote && draft.raw === undefined) return 'TOTAL'
  if (known.length >= 3) return 'PERSON'
  if (isFootnote) return 'FOOTNOTE'
  return isNumbered(cellOf('sequence')) && known.length > 0 ? 'PERSON' : 'FOOTNOTE'
}

/** Six letters and digits or more, at least four of them digits: also wrong identifiers are somebody's. */
function hasIdentifier(cell: Cell | undefined): boolean {
  if (cell === undefined) return false
  const digits =
    compactText(cell.text.slice(0, TELLING))
      .match(/[0-9A-Za-z]/g)
      ?.join('') ?? ''
  return digits.length >= 6 && digits.replaceAll(/\D/g, '').length >= 4
}

function isNumbered(cell: Cell | undefined): boolean {
  return cell !== undefined && /^\d{1,6}$/.test(compactText(cell.text.slice(0, TELLING)))
}

function readableFields(draft: PersonnelDraft): ColumnField[] {
  return (Object.keys(draft) as (keyof PersonnelDraft)[]).filter(
    (field): field is Exclude<keyof PersonnelDraft, 'raw'> =>
      field !== 'raw' && (field !== 'name' || !FOOTNOTE_WORD.test(draft.name ?? '')),
  )
}

/** Page-wise printed lists repeat the header; another header means that another table begins. */
function headerKind(row: SheetRow, mapping: ColumnMapping): 'REPEATED_HEADER' | 'OTHER_TABLE' | undefined {
  if (looksLikePerson(row)) return undefined
  const filled = row.cells.filter((cell) => cell !== undefined).length
  let same = 0
  let others = 0
  row.cells.forEach((cell, column) => {
    const field = cell === undefined ? undefined : matchHeader(cell.text)?.field
    if (field === undefined || field === 'sequence') return
    const own = mapping.columns[field]?.column
    if (own === column) same++
    else others++
  })
  // A sub-head row of a two-line header names some columns only; values such as 养老 in a list of insurances are one.
  if (same >= 2 && same * 2 >= filled - 1 && same >= others) return 'REPEATED_HEADER'
  return same + others >= 3 && (same + others) * 2 >= filled ? 'OTHER_TABLE' : undefined
}
