import { fieldName, messageOf } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import { ConflictPanel } from '../../../shared/drafts/conflict-panel.tsx'
import type { KeeperState } from '../../../shared/drafts/draft-keeper.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './later-messages.ts'
import { nameOf } from './unit-values.ts'

interface SectionNoticesProps {
  state: KeeperState
  merged: readonly string[]
  issues: readonly Issue[]
  missing: readonly string[]
  /** Going on was tried while something was missing. */
  attempted: boolean
  onResolved: (chosen: Readonly<Record<string, unknown>>) => void
}

/** Above the fields: what another clerk did meanwhile, why nothing is saved, and after an attempt what is missing. */
export function SectionNotices({ state, merged, issues, missing, attempted, onResolved }: SectionNoticesProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const separator = language === 'zh-CN' ? '、' : ', '
  const errors = issues.filter((issue) => issue.severity === 'error' && missing.includes(nameOf(issue.path)))
  return (
    <>
      {state.conflict ? <ConflictPanel key={state.conflict.savedAt} {...state.conflict} onChosen={onResolved} /> : null}
      {state.refusedFor ? <Notice tone="refused">{t('refusedEdit')}</Notice> : null}
      {merged.length > 0 ? (
        <Notice tone="info">
          {t('merged', { fields: [...new Set(merged.map((path) => fieldName(path, language)))].join(separator) })}
        </Notice>
      ) : null}
      <ErrorSummary
        errors={
          attempted ? errors.map((issue) => ({ field: nameOf(issue.path), text: messageOf(issue, language) })) : []
        }
        attempt={attempted ? 1 : 0}
      />
    </>
  )
}
