import { useMutation } from '../../../shared/data/hooks.tsx'
import { PublishSteps } from '../../../shared/case/publish-steps.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import style from './figure.module.css'
import {
  PublishFigureChangeDocument,
  RefuseFigureChangeDocument,
  WithdrawFigureChangeDocument,
} from './figure.generated.ts'
import type { FigureChangeRowFragment, ServiceFigureRowFragment } from './figure.generated.ts'
import { useFigureText } from './figure-text.ts'
import { messages } from './messages.ts'

type Said = 'publishedDone' | 'refusedDone' | 'withdrawnDone'

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
      words={t}
      verb={t('publish')}
      ask={asked}
      publish={async () => (await publish({ variables })).data?.publishFigureChange}
      refuse={async (reason) => (await refuse({ variables: { ...variables, reason } })).data?.refuseFigureChange}
      withdraw={async () => (await withdraw({ variables })).data?.withdrawFigureChange}
      onDone={onDone}
      renew={renew}
    />
  )
}
