import { importColumns } from '@shebao/intake'
import type { Columns } from '@shebao/intake'
import type { Language } from '../../../shared/lib/language.ts'
import type { ImportKind } from './intake.generated.ts'

/** A column as the template writes it. */
export function columnName(kind: ImportKind, key: string, language: Language): string {
  const columns: Columns = importColumns[kind]
  const column = columns[key]
  if (!column) return key
  return language === 'en' ? column.en : column.zh
}
