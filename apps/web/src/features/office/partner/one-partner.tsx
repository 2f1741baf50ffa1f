import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { CloseForm } from './close-form.tsx'
import type { MadeLink } from './given-operator-link.tsx'
import { messages } from './messages.ts'
import { NewOperator } from './new-operator.tsx'
import { EndOperatorDocument, EndPartnerDocument, IssueOperatorLinkDocument } from './partner.generated.ts'
import type { OperatorDoneFragment, PartnersQuery } from './partner.generated.ts'
import style from './partner.module.css'

export type PartnerRow = PartnersQuery['partners'][number]
type Operator = PartnerRow['operators'][number]

interface OnePartnerProps {
  partner: PartnerRow
  onChanged: () => Promise<unknown>
  onLink: (made: MadeLink) => void
}
const tones = { WAITING: 'waiting', ACTIVE: 'done', LOCKED: 'warning', ENDED: 'idle' } as const

export function OnePartner({ partner, onChanged, onLink }: OnePartnerProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [closing, setClosing] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [issue, issuing] = useMutation(IssueOperatorLinkDocument)
  const [endOperator, ending] = useMutation(EndOperatorDocument)
  const [endPartner, endingAll] = useMutation(EndPartnerDocument)

  const settle = async (outcome: OperatorDoneFragment | undefined) => {
    setClosing(undefined)
    if (!outcome) return setProblem(t('failed'))
    if (outcome.__typename === 'PartnerRefused') return setProblem(t(`refused${outcome.reason}`))
    setProblem(undefined)
    if (outcome.link) onLink({ name: outcome.operator.displayName, ...outcome.link })
    return void (await onChanged())
  }
  const close = async (reason: string) => {
    if (closing !== partner.id) {
      const variables = { id: closing ?? '', reason }
      return settle((await endOperator({ variables }).catch(() => undefined))?.data?.endOperator)
    }
    const ended = (await endPartner({ variables: { id: partner.id, reason } }).catch(() => undefined))?.data?.endPartner
    setClosing(undefined)
    if (!ended) return setProblem(t('failed'))
    return ended.__typename === 'PartnerRefused' ? setProblem(t(`refused${ended.reason}`)) : void (await onChanged())
  }
  const line = (operator: Operator) => (
    <li key={operator.id}>
      <span>
        {operator.operatorNo} {operator.displayName}{' '}
        <StatusBadge tone={tones[operator.state]}>{t(operator.state)}</StatusBadge>
        {operator.lastSignInAt ? (
          <span className="sub">{t('lastSignIn', { time: format.instant(operator.lastSignInAt) })}</span>
        ) : null}
      </span>
      {operator.state === 'ENDED' ? null : (
        <span className={style.deeds}>
          <Button
            size="compact-sm"
            variant="default"
            loading={issuing.loading}
            aria-label={`${t('issue')} ${operator.operatorNo}`}
            onClick={() =>
              void issue({ variables: { id: operator.id } })
                .catch(() => undefined)
                .then((sent) => settle(sent?.data?.issueOperatorLink))
            }
          >
            {t('issue')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('close')} ${operator.operatorNo}`}
            onClick={() => setClosing(operator.id)}
          >
            {t('close')}
          </Button>
        </span>
      )}
    </li>
  )
  return (
    <article className={style.partner} aria-label={partner.name}>
      <h2>{partner.name}</h2>
      <p>
        {t(partner.kind)} · {partner.number}
        {partner.linked ? ` · ${t('linkedFact')}` : ''}
        {partner.endedOn ? ` · ${t('ended', { day: format.date(partner.endedOn) })}` : ''}
      </p>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <h3>{t('operators')}</h3>
      {partner.operators.length === 0 ? (
        <p className="quiet">{t('noOperators')}</p>
      ) : (
        <ul className={style.operators}>{partner.operators.map(line)}</ul>
      )}
      {closing === undefined ? null : (
        <CloseForm busy={ending.loading || endingAll.loading} onCancel={() => setClosing(undefined)} onClose={close} />
      )}
      {partner.endedOn !== null || closing !== undefined ? null : (
        <>
          <NewOperator partnerId={partner.id} onOutcome={settle} />
          <div>
            <Button variant="default" onClick={() => setClosing(partner.id)}>
              {t('closePartner')}
            </Button>
          </div>
        </>
      )}
    </article>
  )
}
