import { checkUnitForm, messageOf } from '@shebao/declaration-rules'
import type { UnitContext, UnitDraft } from '@shebao/declaration-rules'
import { officeWords, sectionOf, standingIssues } from './unit-issues.ts'
import type { ServerWord, WordedIssue, WordIssue } from './unit-issues.ts'

/**
 * The rules' word on the form as it stands: the same rules run here at once; what only the server can know (sums over the
 * list) is taken from its last answer, as long as the answer it was about has not been changed.
 */
export function unitIssues(draft: UnitDraft, context: UnitContext, server: ServerWord): WordedIssue[] {
  const own = checkUnitForm(draft, context).filter((issue) => sectionOf(issue) !== 'truth')
  return [...own, ...standingIssues(draft, server).filter(({ ruleId }) => onlyServerKnows(ruleId))]
}

/** Sums over the list, the office's ledger and its register are not in the browser. */
function onlyServerKnows(ruleId: string): boolean {
  return ruleId.startsWith('cross.') || ruleId === 'unit.arrears.ledger' || ruleId === 'unit.register.differs'
}

export const wordIssue: WordIssue = (issue, language) =>
  issue.words ? officeWords(issue, language) : messageOf(issue, language)
