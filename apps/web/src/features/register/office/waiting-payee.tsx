import { useMutation } from '@apollo/client/react'
import { DeskSteps } from '../../../shared/case/desk-task.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { RefuseStep } from '../../../shared/case/refuse-step.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import style from './payee.module.css'
import {
  ConfirmPayeeChangeDocument,
  RefusePayeeChangeDocument,
  WithdrawPayeeChangeDocument,
} from './payee.generated.ts'
import type { PayeeChangeRowFragment, PayeeStepRefusedFragment } from './payee.generated.ts'

type Said = 'confirmedDone' | 'refusedDone' | 'withdrawnDone'
type Reason = PayeeStepRefusedFragment['reason']
type Outcome =
  | { __typename: 'PayeeChange' }
  | ({ __typename: 'PayeeChangeRefused' } & Pick<PayeeStepRefusedFragment, 'reason'>)
  | ({ __typename: 'StaleDecision' } & Omit<StaleDecisionFragment, '__typename'>)

interface WaitingPayeeProps {
  change: PayeeChangeRowFragment
  onDone: (said: Said) => Promise<void>
  renew: () => Promise<unknown>
}

/** The change that waits: old and new side by side, on which document, and who may do what about it. */
export function WaitingPayee({ change, onDone, renew }: WaitingPayeeProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { held, account, documentNo, reason, requesterName, requestedAt } = change
  return (
    <section className={desk.section}>
      <h2>{t('waiting')}</h2>
      <div className={desk.task}>
        <div className={style.asked}>
          <PlainTable caption={t('waiting')} columns={[t('part'), t('before'), t('after')]}>
            {(['number', 'name', 'bank'] as const).map((part) => (
              <tr key={part}>
                <th scope="row">{t(part)}</th>
                <td data-label={t('before')}>{held?.[part] ?? '—'}</td>
                <td data-label={t('after')}>
                  {held?.[part] === account[part] ? account[part] : <strong>{account[part]}</strong>}
                </td>
              </tr>
            ))}
          </PlainTable>
          <Facts
            facts={[
              [t('documentNo'), documentNo],
              [t('reason'), reason],
              [t('state'), t('by', { name: requesterName, time: format.instant(requestedAt) })],
            ]}
          />
        </div>
        <Steps key={change.mark} change={change} onDone={onDone} renew={renew} />
      </div>
    </section>
  )
}

function Steps({ change, onDone, renew }: WaitingPayeeProps) {
  const t = useMessages(messages)
  const [confirm] = useMutation(ConfirmPayeeChangeDocument)
  const [refuse] = useMutation(RefusePayeeChangeDocument)
  const [withdraw] = useMutation(WithdrawPayeeChangeDocument)
  const { id, mark: decidedOn, account, documentNo, procedure } = change
  const variables = { id, decidedOn }
  const after = (outcome: Outcome | undefined, said: Said) =>
    stepAnswer(outcome, outcome?.__typename === 'PayeeChangeRefused' ? [outcome.reason] : undefined, () => onDone(said))
  const problems = ([reason]: readonly Reason[]) => (reason ? <Notice tone="refused">{t(reason)}</Notice> : null)
  const mayTake = (event: string) => procedure.some((step) => step.event === event && step.standing === 'MAY')
  const shared = { blank: {}, problems, renew }
  return (
    <div>
      <DeskSteps
        steps={procedure}
        own={
          mayTake('CONFIRM')
            ? {
                event: 'CONFIRM',
                form: (
                  <StepForm
                    {...shared}
                    verb={t('confirm')}
                    ask={() => ({
                      title: t('confirmTitle'),
                      text: t('confirmText', { ...account, document: documentNo }),
                    })}
                    take={async () => after((await confirm({ variables })).data?.confirmPayeeChange, 'confirmedDone')}
                  />
                ),
              }
            : undefined
        }
        refuse={
          <RefuseStep
            reader="PROPOSER"
            number={documentNo}
            verb={t('refuse')}
            take={async (reason) =>
              after((await refuse({ variables: { ...variables, reason } })).data?.refusePayeeChange, 'refusedDone')
            }
            problems={problems}
            renew={renew}
          />
        }
      />
      {mayTake('WITHDRAW') && !mayTake('CONFIRM') ? (
        <div className={style.withdraw}>
          <StepForm
            {...shared}
            aside
            verb={t('withdraw')}
            ask={() => ({ title: t('withdrawTitle'), text: t('withdrawText') })}
            take={async () => after((await withdraw({ variables })).data?.withdrawPayeeChange, 'withdrawnDone')}
          />
        </div>
      ) : null}
    </div>
  )
}
