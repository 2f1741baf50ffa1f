import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { confirmMessages } from './confirm-messages.ts'
import type { ReadConfirmationLinkMutation } from './confirm.generated.ts'

export type Closed = Pick<
  Extract<ReadConfirmationLinkMutation['readConfirmationLink'], { __typename: 'ConfirmationLinkClosed' }>,
  'problem' | 'answered' | 'answeredAt'
>

/** Why a link leads no further, and what to do. */
export function ClosedLink({ problem, answered, answeredAt }: Closed) {
  const t = useMessages(confirmMessages)
  const format = useFormat()
  const done = problem === 'ANSWERED'
  const when = answeredAt ? format.instant(answeredAt) : ''
  return (
    <>
      <PageHeader
        title={t(done && answered === 'CONFIRMED' ? 'confirmedTitle' : done ? 'disagreedTitle' : 'closedTitle')}
      />
      <Notice tone={done ? 'done' : 'warning'}>
        {problem === 'ANSWERED'
          ? t('ANSWERED', { at: when, answer: t(answered === 'DISAGREED' ? 'answeredDISAGREED' : 'answeredCONFIRMED') })
          : t(problem)}
      </Notice>
    </>
  )
}
