import type { StepAnswer } from '../../../shared/case/step-form.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import type { CloseTransferMutation, RelationTransferProblem, TransferOpeningRefusal } from './transfer.generated.ts'

export type StepProblem = RelationTransferProblem | TransferOpeningRefusal

/** What a step answered, as its form takes it; a step that was taken goes on with `onDone`. */
export async function toAnswer(
  outcome: CloseTransferMutation['closeTransfer'] | undefined,
  onDone: () => Promise<unknown>,
): Promise<StepAnswer<StepProblem>> {
  if (outcome === undefined) throw new Error('The step was not answered.')
  if (outcome.__typename === 'RelationTransferRefused') return outcome.problems
  if (outcome.__typename === 'TransferOpeningRefused') return [outcome.reason]
  if (outcome.__typename === 'StaleDecision') return outcome
  await onDone()
  return []
}

export function StepProblems({ found }: { found: readonly StepProblem[] }) {
  const t = useMessages(messages)
  return found.map((problem) => (
    <Notice key={problem} tone="refused">
      {t(problem)}
    </Notice>
  ))
}
