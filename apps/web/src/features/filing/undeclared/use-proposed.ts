import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import type { ProposeDeemedMutation } from './undeclared.generated.ts'
import type { Said, Undeclared } from './undeclared.ts'

/** How many proposals wait now, and who was left out, each with its reason. */
export function useProposed(
  chosen: readonly Pick<Undeclared, 'id' | 'name'>[],
): (answer: ProposeDeemedMutation['proposeDeemed']) => Parameters<Said>[0] {
  const t = useMessages(messages)
  return ({ proposed, refused }) => ({
    tone: refused.length === 0 ? 'done' : proposed > 0 ? 'warning' : 'refused',
    text: [
      ...(proposed > 0 ? [t('proposedDone', { count: proposed })] : []),
      ...refused.map(({ employerId, reason }) =>
        t('notProposed', { name: chosen.find(({ id }) => id === employerId)?.name ?? '', reason: t(reason) }),
      ),
    ],
  })
}
