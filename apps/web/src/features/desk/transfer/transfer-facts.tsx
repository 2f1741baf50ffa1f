import type { ReactNode } from 'react'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import { provinceOf } from './province-words.ts'
import { TransferState } from './state-badge.tsx'
import type { TransferWholeFragment } from './transfer.generated.ts'
import style from './transfer.module.css'

export type Transfer = Omit<TransferWholeFragment, ' $fragmentName'>
type Range = Transfer['months'][number]

/** How far a transfer is and what it holds: the same for the person and for staff. */
export function TransferFacts({ transfer, more = [] }: { transfer: Transfer; more?: [string, ReactNode][] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { direction, state, turn, region, agency, voucherNo, dueOn, overdue, acceptanceNo, acceptanceOn } = transfer
  const paper = `/documents/transfer.pdf?${new URLSearchParams({ id: transfer.id, lang: language }).toString()}`
  return (
    <>
      <p className={style.next}>{t(`next${state}`)}</p>
      {transfer.hasPaper ? (
        <p>
          <a href={paper} target="_blank" rel="noopener">
            {t(`${direction}paper`)}
          </a>
        </p>
      ) : null}
      <Facts
        facts={[
          [t('number'), transfer.number],
          [t('direction'), t(direction)],
          [t('turn'), t(`turn${turn}`)],
          ...more,
          [t('region'), provinceOf(region, language)],
          [t('agency'), agency],
          ...(voucherNo === null ? [] : [[t('voucherNo'), voucherNo] as const]),
          [t('appliedAt'), format.instant(transfer.appliedAt)],
          ...(dueOn === null
            ? []
            : [[t('dueOn'), overdue ? t('overdue', { date: format.date(dueOn) }) : format.date(dueOn)] as const]),
          ...(acceptanceNo === null || acceptanceOn === null
            ? []
            : [
                [
                  t('acceptance'),
                  t('acceptanceOn', { number: acceptanceNo, date: format.date(acceptanceOn) }),
                ] as const,
              ]),
          ...(transfer.decisionNote === null ? [] : [[t('decisionNote'), transfer.decisionNote] as const]),
          [t('files'), <AttachedFiles key="files" label={t('files')} files={transfer.files} />],
        ]}
      />
      <section className={style.section}>
        <h2>{t('months')}</h2>
        {transfer.months.length === 0 ? <p className={style.soft}>{t('noMonths')}</p> : null}
        <Ranges ranges={transfer.months} />
      </section>
      {transfer.doubled.length === 0 ? null : (
        <section className={style.section}>
          <h2>{t('doubled')}</h2>
          <p className={style.soft}>{t('doubledText')}</p>
          <Ranges ranges={transfer.doubled} />
        </section>
      )}
      <Money transfer={transfer} />
    </>
  )
}

export function StateLine({ transfer: { state, overdue } }: { transfer: Transfer }) {
  return <TransferState state={state} overdue={overdue} />
}

function Ranges({ ranges }: { ranges: readonly Range[] }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  return (
    <ul className={style.ranges}>
      {ranges.map(({ insurance, from, to }) => (
        <li key={`${insurance}-${from}`}>
          {t(from === to ? 'oneMonth' : 'monthsText', {
            insurance: words(insurance),
            from: format.period(from),
            to: format.period(to),
          })}
        </li>
      ))}
    </ul>
  )
}

/** What was announced against what moved; nothing before either is known. */
function Money({ transfer }: { transfer: Transfer }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { direction, announcedPrincipal, announcedInterest, announcedPooled, fundsAccount, fundsPooled } = transfer
  if (announcedPrincipal === null) return null
  const amount = (fen: number | null) => (fen === null ? '–' : format.fen(fen))
  const account = announcedPrincipal + (announcedInterest ?? 0)
  const rows = [
    ['account', account, fundsAccount, transfer.differenceAccount],
    ['pooled', announcedPooled, fundsPooled, transfer.differencePooled],
  ] as const
  const [said, moved] = direction === 'IN' ? (['announced', 'received'] as const) : (['held', 'sent'] as const)
  return (
    <section className={style.section}>
      <h2>{t('money')}</h2>
      <PlainTable
        caption={t('money')}
        columns={[t('money'), { end: t(said) }, { end: t(moved) }, { end: t('difference') }]}
      >
        {rows.map(([name, before, after, difference]) => (
          <tr key={name}>
            <th scope="row">{t(name)}</th>
            <td data-label={t(said)} data-align="end">
              {amount(before)}
            </td>
            <td data-label={t(moved)} data-align="end">
              {amount(after)}
            </td>
            <td data-label={t('difference')} data-align="end">
              {after === null || before === null ? '–' : difference === 0 ? '0' : format.fen(difference)}
            </td>
          </tr>
        ))}
      </PlainTable>
      <Facts
        facts={[
          [t('principal'), amount(announcedPrincipal)],
          [t('interest'), amount(announcedInterest)],
          ...(transfer.fundsOn === null ? [] : [[t('fundsOn'), format.date(transfer.fundsOn)] as const]),
          ...(transfer.fundsReference === null ? [] : [[t('fundsReference'), transfer.fundsReference] as const]),
          ...(transfer.differenceNote === null ? [] : [[t('differenceNote'), transfer.differenceNote] as const]),
          ...(transfer.refund
            ? [
                [
                  t('refund'),
                  transfer.refundedOn === null
                    ? t('refundOpen', { amount: format.fen(transfer.refund) })
                    : t('refundDone', { amount: format.fen(transfer.refund), date: format.date(transfer.refundedOn) }),
                ] as const,
              ]
            : []),
        ]}
      />
    </section>
  )
}
