import { importColumns } from '@shebao/intake'
import type { Column, Columns } from '@shebao/intake'
import type { Language } from '../../../shared/lib/language.ts'
import type { ImportKind } from './intake.generated.ts'

export function columnOf(kind: ImportKind, key: string): Column | undefined {
  const columns: Columns = importColumns[kind]
  return columns[key]
}

/** A column as the template writes it. */
export function columnName(kind: ImportKind, key: string, language: Language): string {
  const column = columnOf(kind, key)
  if (!column) return key
  return language === 'en' ? column.en : column.zh
}
