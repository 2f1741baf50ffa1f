import type { ParameterDraft, ProposalProblem } from '@shebao/premium'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { focusField } from '../../../shared/ui/error-summary.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import style from './policy.module.css'
import { proposalMessages } from './proposal-messages.ts'
import { fieldId } from './row-field.ts'
import { useProblemText } from './use-problem-text.ts'

/** What the rules say of the whole proposal, each with a way to its field; the same rules decide about publishing. */
export function ProblemSummary({
  problems,
  rows,
}: {
  problems: readonly ProposalProblem[]
  rows: readonly ParameterDraft[]
}) {
  const t = useMessages(proposalMessages)
  const textOf = useProblemText()
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (problems.length === 0) return <Notice tone="done">{t('problemsNone')}</Notice>
  const counts = { errors: String(errors.length), warnings: String(problems.length - errors.length) }
  return (
    <Notice tone="warning">
      <strong>{t('problemsTitle', counts)}</strong>
      <ul className={style.list}>
        {errors.map((problem) => {
          const row = problem.row === null ? undefined : rows[problem.row - 1]
          const place = problem.row === null ? t('whole') : t('row', { number: String(problem.row) })
          const text = `${place} · ${textOf(problem, row)}`
          const target = row ? fieldId(row.id, problem.field ?? 'value') : undefined
          return (
            <li key={`${problem.row} ${problem.field} ${problem.code}`}>
              {target ? (
                <a
                  href={`#${target}`}
                  onClick={(event) => {
                    event.preventDefault()
                    focusField(document.getElementById(target) ? target : fieldId(row?.id ?? '', 'value'))
                  }}
                >
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
