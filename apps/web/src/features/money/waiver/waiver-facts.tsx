import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { useDays } from './exception-table.tsx'
import { messages } from './messages.ts'
import style from './waiver.module.css'
import type { WaiverState, WaiverTaskFragment } from './waiver.generated.ts'

const tones: Record<WaiverState, StatusTone> = {
  PROPOSED: 'waiting',
  STANDING: 'done',
  REFUSED: 'refused',
  ENDED: 'idle',
  REVOKED: 'refused',
}

/** What is asked for, on which grounds, by whom, and what it spares of each bill. */
export function WaiverFacts({ waiver }: { waiver: WaiverTaskFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const days = useDays()
  const { state, kind, ground, notices, amount } = waiver
  const by = (name: string | null, at: string) => t('proposedBy', { name: name ?? '', time: format.instant(at) })
  const further: [string, string][] = [
    ...(waiver.decidedAt ? [[t('decidedAt'), by(waiver.deciderName, waiver.decidedAt)] as [string, string]] : []),
    ...(waiver.refusal ? [[t('reason'), waiver.refusal] as [string, string]] : []),
    ...(waiver.endedAt ? [[t('endedAt'), by(waiver.enderName, waiver.endedAt)] as [string, string]] : []),
    ...(waiver.endReason ? [[t('reason'), waiver.endReason] as [string, string]] : []),
  ]
  return (
    <div className={style.facts}>
      <Facts
        facts={[
          [
            t('state'),
            <StatusBadge key="state" tone={tones[state]}>
              {t(state)}
            </StatusBadge>,
          ],
          [
            t('unit'),
            <Link key="unit" to={`/staff/employers/${waiver.employerId}`}>
              {waiver.employerName}
            </Link>,
          ],
          [t('days'), days(waiver)],
          [t('ground'), t(ground)],
          [t('law'), t(`law${ground}`)],
          [t('documentNo'), waiver.documentNo],
          [t('explanation'), waiver.explanation],
          ...(amount === null ? [] : [[t('sparedThen'), <MoneyText key="amount" fen={amount} sign />] as const]),
          [t('proposedAt'), by(waiver.proposerName, waiver.proposedAt)],
          ...further,
        ]}
      />
      {kind === 'LATE_FEE' && notices.length > 0 ? (
        <PlainTable caption={t('notices')} columns={[t('notice'), { end: t('spared') }]}>
          {notices.map((notice) => (
            <tr key={notice.id}>
              <th scope="row">
                <Link to={`/staff/notices/${notice.id}`}>{format.period(notice.period)}</Link>
                <span className="sub">{notice.number}</span>
              </th>
              <td data-align="end">
                <MoneyText fen={notice.spared} />
                <span className="sub">
                  {t('feeNow')} {format.yuan(notice.lateFee)}
                </span>
              </td>
            </tr>
          ))}
        </PlainTable>
      ) : null}
    </div>
  )
}
