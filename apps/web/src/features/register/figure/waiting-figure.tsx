import { useMutation } from '@apollo/client/react'
import { PublishSteps } from '../../../shared/case/publish-steps.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import style from './figure.module.css'
import {
  PublishFigureChangeDocument,
  RefuseFigureChangeDocument,
  WithdrawFigureChangeDocument,
} from './figure.generated.ts'
import type {
  FigureChangeRowFragment,
  FigureStepRefusedFragment,
  ServiceFigureRowFragment,
} from './figure.generated.ts'
import { useFigureText } from './figure-text.ts'
import { messages } from './messages.ts'

type Said = 'publishedDone' | 'refusedDone' | 'withdrawnDone'
type Reason = FigureStepRefusedFragment['reason']
type Outcome =
  | { __typename: 'FigureChange' }
  | ({ __typename: 'FigureChangeRefused' } & Pick<FigureStepRefusedFragment, 'reason'>)
  | ({ __typename: 'StaleDecision' } & Omit<StaleDecisionFragment, '__typename'>)

interface WaitingFigureProps {
  figure: ServiceFigureRowFragment
  change: FigureChangeRowFragment
  onDone: (said: Said) => Promise<void>
  renew: () => Promise<unknown>
}

/** A change that waits: from what to what, from when, on what, and what becomes of what runs already. */
export function WaitingFigure({ figure, change, onDone, renew }: WaitingFigureProps) {
  const t = useMessages(messages)
  const text = useFigureText()
  const format = useFormat()
  const { held, value, validFrom, documentNo, reason, requesterName, requestedAt } = change
  return (
    <div className={desk.task}>
      <div className={style.asked}>
        <h3>{text.name(figure.name)}</h3>
        <Facts
          facts={[
            [t('value'), <strong key="value">{`${text.value(figure, held)} → ${text.value(figure, value)}`}</strong>],
            [t('validFrom'), format.date(validFrom)],
            [t('basis'), documentNo ?? t('unverified')],
            [t('reason'), reason],
            [t('running'), text.effect(figure.name)],
            [t('state'), t('by', { name: requesterName, time: format.instant(requestedAt) })],
          ]}
        />
      </div>
      <Steps key={change.mark} figure={figure} change={change} onDone={onDone} renew={renew} />
    </div>
  )
}

function Steps({ figure, change, onDone, renew }: WaitingFigureProps) {
  const t = useMessages(messages)
  const text = useFigureText()
  const format = useFormat()
  const [publish] = useMutation(PublishFigureChangeDocument)
  const [refuse] = useMutation(RefuseFigureChangeDocument)
  const [withdraw] = useMutation(WithdrawFigureChangeDocument)
  const { id, mark: decidedOn, procedure } = change
  const variables = { id, decidedOn }
  const after = (outcome: Outcome | undefined, said: Said) =>
    stepAnswer(outcome, outcome?.__typename === 'FigureChangeRefused' ? [outcome.reason] : undefined, () =>
      onDone(said),
    )
  const problems = ([reason]: readonly Reason[]) => (reason ? <Notice tone="refused">{t(reason)}</Notice> : null)
  const asked = () => ({
    title: t('publishTitle'),
    text: t('publishText', {
      figure: text.name(figure.name),
      from: text.value(figure, change.held),
      to: text.value(figure, change.value),
      date: format.date(change.validFrom),
      effect: text.effect(figure.name),
    }),
  })
  return (
    <PublishSteps
      procedure={procedure}
      number={text.name(figure.name)}
      words={{
        publish: t('publish'),
        refuse: t('refuse'),
        withdraw: t('withdraw'),
        withdrawTitle: t('withdrawTitle'),
        withdrawText: t('withdrawText'),
      }}
      ask={asked}
      publish={async () => after((await publish({ variables })).data?.publishFigureChange, 'publishedDone')}
      refuse={async (reason) =>
        after((await refuse({ variables: { ...variables, reason } })).data?.refuseFigureChange, 'refusedDone')
      }
      withdraw={async () => after((await withdraw({ variables })).data?.withdrawFigureChange, 'withdrawnDone')}
      problems={problems}
      renew={renew}
    />
  )
}
