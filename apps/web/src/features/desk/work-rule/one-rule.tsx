import { useMutation } from '../../../shared/data/hooks.tsx'
import { PublishSteps } from '../../../shared/case/publish-steps.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { useRuleText } from './rule-facts.ts'
import type { Offices } from './rule-facts.ts'
import style from './work-rule.module.css'
import {
  EndWorkRuleDocument,
  PublishWorkRuleDocument,
  RefuseWorkRuleDocument,
  WithdrawWorkRuleDocument,
} from './work-rule.generated.ts'
import type { WorkRuleRefusal, WorkRuleRowFragment } from './work-rule.generated.ts'

export type Said = 'publishedDone' | 'refusedDone' | 'withdrawnDone' | 'endedDone'
const tones = { PROPOSED: 'waiting', PUBLISHED: 'done', REFUSED: 'refused', WITHDRAWN: 'idle', ENDED: 'idle' } as const

interface OneRuleProps {
  rule: WorkRuleRowFragment
  offices: Offices
  onDone: (said: Said) => Promise<void>
  renew: () => Promise<unknown>
}

/** One rule: what fits it, to whom that goes, who said so, and what can be done about it. */
export function OneRule({ rule, offices, onDone, renew }: OneRuleProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const text = useRuleText(offices)
  const { number, state, reason, requesterName, requestedAt, deciderName, decidedAt, refusal } = rule
  const said = [
    t('by', { name: requesterName, time: format.instant(requestedAt) }),
    ...(deciderName !== null && decidedAt !== null
      ? [t('decidedBy', { name: deciderName, time: format.instant(decidedAt) })]
      : []),
  ]
  return (
    <li className={desk.card}>
      <div className={desk.head}>
        <h3 className={style.name}>{t('rule', { number })}</h3>
        <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
      </div>
      <Facts
        facts={[
          [t('fits'), text.fits(rule)],
          [t('goesTo'), <strong key="people">{text.people(rule)}</strong>],
          [t('reason'), reason],
        ]}
      />
      <p className="quiet">{said.join(' · ')}</p>
      {refusal === null ? null : <p>{t('refusal', { reason: refusal })}</p>}
      <Steps key={rule.mark} rule={rule} names={text.people(rule)} onDone={onDone} renew={renew} />
    </li>
  )
}

function Steps({ rule, names, onDone, renew }: Omit<OneRuleProps, 'offices'> & { names: string }) {
  const t = useMessages(messages)
  const [publish] = useMutation(PublishWorkRuleDocument)
  const [refuse] = useMutation(RefuseWorkRuleDocument)
  const [withdraw] = useMutation(WithdrawWorkRuleDocument)
  const [end] = useMutation(EndWorkRuleDocument)
  const { id, number, mark: decidedOn, procedure } = rule
  const variables = { id, decidedOn }
  const takeEnd = async () => {
    const outcome = (await end({ variables })).data?.endWorkRule
    const against = outcome?.__typename === 'WorkRuleRefused' ? [outcome.reason] : undefined
    return stepAnswer<WorkRuleRefusal>(outcome, against, () => onDone('endedDone'))
  }
  return (
    <PublishSteps
      procedure={procedure}
      number={t('rule', { number })}
      words={(key) => t(key, { number })}
      verb={t('publish')}
      ask={() => ({ title: t('publishTitle', { number }), text: t('publishText', { names }) })}
      publish={async () => (await publish({ variables })).data?.publishWorkRule}
      refuse={async (reason) => (await refuse({ variables: { ...variables, reason } })).data?.refuseWorkRule}
      withdraw={async () => (await withdraw({ variables })).data?.withdrawWorkRule}
      onDone={onDone}
      renew={renew}
    >
      {procedure.some(({ event, standing }) => event === 'END' && standing === 'MAY') ? (
        <StepForm
          blank={{}}
          aside
          grave
          verb={t('end')}
          ask={() => ({ title: t('endTitle', { number }), text: t('endText') })}
          take={takeEnd}
          problems={([reason]) => (reason ? <Notice tone="refused">{t(reason)}</Notice> : null)}
          renew={renew}
        />
      ) : null}
    </PublishSteps>
  )
}
