import type { ParameterDraft } from '@shebao/premium'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useParameterText } from './parameter-text.ts'
import { proposalMessages } from './proposal-messages.ts'
import { asWarning } from './told-warning.ts'
import type { ToldWarning } from './told-warning.ts'
import { useProblemText } from './use-problem-text.ts'

/** Where a warning is, and what it says, in the language shown. */
export function useWarningText(rows: readonly ParameterDraft[]) {
  const t = useMessages(proposalMessages)
  const { nameOf, scopeOf } = useParameterText()
  const textOf = useProblemText()
  return (warning: ToldWarning): { place: string; text: string } => {
    const row = warning.row === null ? undefined : rows[warning.row - 1]
    const rule = row && [nameOf(row.name), scopeOf(row)].filter(Boolean).join(' · ')
    const place = rule ? `${t('row', { number: String(warning.row) })} ${rule}` : t('whole')
    const known = asWarning(warning)
    return { place, text: known ? textOf(known, row) : warning.code }
  }
}
