import type { ParameterDraft, ProposalProblem } from '@shebao/premium'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { useParameterText } from './parameter-text.ts'
import { proposalProblemText } from './problem-words.ts'

/** The wording of a problem in the language shown. */
export function useProblemText() {
  const { language } = useLanguage()
  const { valueOf } = useParameterText()
  return (problem: ProposalProblem, row: ParameterDraft | undefined) =>
    proposalProblemText(problem, row, language, valueOf)
}
