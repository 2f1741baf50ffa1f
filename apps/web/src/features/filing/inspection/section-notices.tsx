import { fieldName } from '@shebao/declaration-rules'
import { Suspense } from 'react'
import type { KeeperState } from '../../../shared/drafts/draft-keeper.ts'
import { later } from '../../../shared/lib/later.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './section-messages.ts'
import type { WordedIssue, WordIssue } from './unit-issues.ts'
import { nameOf } from './unit-values.ts'

const ConflictPanel = later(async () => (await import('../../../shared/drafts/conflict-panel.tsx')).ConflictPanel)

interface SectionNoticesProps {
  state: KeeperState
  merged: readonly string[]
  issues: readonly WordedIssue[]
  word: WordIssue
  missing: readonly string[]
  /** Going on was tried while something was missing. */
  attempted: boolean
  onResolved: (chosen: Readonly<Record<string, unknown>>) => void
}

/** Above the fields: what another clerk did meanwhile, why nothing is saved, and after an attempt what is missing. */
export function SectionNotices(props: SectionNoticesProps) {
  const { state, merged, issues, word, missing, attempted, onResolved } = props
  const t = useMessages(messages)
  const { language } = useLanguage()
  const separator = language === 'zh-CN' ? '、' : ', '
  const errors = issues.filter((issue) => issue.severity === 'error' && missing.includes(nameOf(issue.path)))
  return (
    <>
      {state.conflict ? (
        <Suspense>
          <ConflictPanel key={state.conflict.savedAt} {...state.conflict} onChosen={onResolved} />
        </Suspense>
      ) : null}
      {state.refusedFor ? <Notice tone="refused">{t('refusedEdit')}</Notice> : null}
      {merged.length > 0 ? (
        <Notice tone="info">
          {t('merged', { fields: [...new Set(merged.map((path) => fieldName(path, language)))].join(separator) })}
        </Notice>
      ) : null}
      <ErrorSummary
        errors={attempted ? errors.map((issue) => ({ field: nameOf(issue.path), text: word(issue, language) })) : []}
        attempt={attempted ? 1 : 0}
      />
    </>
  )
}
