import { useMessages } from '../lib/language-context.tsx'
import { Notice } from '../ui/notice.tsx'
import type { ProcedureStepFragment } from './procedure.generated.ts'
import { procedureMessages } from './procedure-messages.ts'

type Person = ProcedureStepFragment['mayAct'][number]

/** Steps that lead on; refusing, changing and withdrawing are not what a case waits for. */
const leading = [
  'VERIFY',
  'APPROVE',
  'PAY_OUT',
  'CHECK',
  'ACCEPT',
  'CONFIRM',
  'PUBLISH',
  'RECOMMEND',
  'CLOSE',
  'FILE_PAPER',
  'START_REVIEW',
  'NOTE_FINDING',
  'SUBSTANTIATE',
  'ISSUE_VOUCHER',
  'RECORD_ACCEPTANCE',
  'SEND_FUNDS',
  'CONFIRM_SENT',
  'TAKE_OVER',
  'RECORD_INFORMATION',
  'RECEIVE_FUNDS',
  'CONFIRM_RECEIVED',
  'PAY_BACK',
] as const

/** Names with roles, as the office calls them. */
export function usePeople(): (people: readonly Person[]) => string {
  const t = useMessages(procedureMessages)
  return (people) =>
    people
      .map(({ name, roles }) => t('person', { name, roles: roles.map((role) => t(role)).join(t('between')) }))
      .join(t('between'))
}

/** For each step that somebody else takes: who may, by name. Nothing about steps that are the viewer's own. */
export function WhoMayAct({ steps }: { steps: readonly ProcedureStepFragment[] }) {
  const t = useMessages(procedureMessages)
  const wordsOf = usePeople()
  const words = steps.flatMap(({ event, standing, mayAct, outside }) => {
    const step = leading.find((one) => one === event)
    if (!step || standing === 'MAY' || outside) return []
    const [verb, people] = [t(step), wordsOf(mayAct)]
    if (mayAct.length === 0) return [t(standing === 'SAME_PERSON' ? 'sameNobody' : 'nobody', { step: verb })]
    return [t(standing === 'SAME_PERSON' ? 'same' : 'next', { step: verb, people })]
  })
  if (words.length === 0) return null
  return (
    <>
      {words.map((text) => (
        <p key={text} className="quiet">
          {text}
        </p>
      ))}
    </>
  )
}

/** Before a step of one's own: that nobody would be left to finish what it begins. */
export function StrandsNotice({ steps, event }: { steps: readonly ProcedureStepFragment[]; event: string }) {
  const t = useMessages(procedureMessages)
  const strands = steps.some((step) => step.event === event && step.strands)
  return strands ? <Notice tone="warning">{t('strands')}</Notice> : null
}
