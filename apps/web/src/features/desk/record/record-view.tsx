import { useMemo } from 'react'
import { stopReasonWord, stopReasonWords } from '../../../shared/case/stop-reasons.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { MonthGrid } from '../../../shared/ui/month-grid.tsx'
import { Gaps } from './gaps.tsx'
import { groupRights } from './group-rights.ts'
import { messages } from './record-messages.ts'
import { Outlooks } from './outlooks.tsx'
import { monthsOf } from './record-months.ts'
import style from './record.module.css'
import type {
  PensionOutlookFactsFragment,
  RecordPictureFragment,
  RightsTotalsFragment,
} from './record-picture.generated.ts'

/** What a record is, whoever may read it. */
export interface RecordShown {
  record: Unnamed<RecordPictureFragment>
  rightsSummary: Unnamed<RightsTotalsFragment>
  pensionOutlooks: readonly Unnamed<PensionOutlookFactsFragment>[]
}
type Unnamed<Fragment> = Omit<Fragment, ' $fragmentName'>

/** The months as a picture, what is missing in it, what it adds up and leads to, and the employers it comes from. */
export function RecordView({
  record,
  rightsSummary,
  pensionOutlooks,
  onOpen,
}: RecordShown & { onOpen?: (period: string) => void }) {
  const t = useMessages(messages)
  const months = useMemo(() => monthsOf(record.years), [record])
  return (
    <>
      {months.length === 0 ? (
        <EmptyState title={t('noMonths')}>{t('noMonthsText')}</EmptyState>
      ) : (
        <>
          <MonthGrid months={months} {...(onOpen ? { onOpen } : {})} />
          <Gaps gaps={record.gaps} />
        </>
      )}
      <Rights rights={rightsSummary} />
      <Outlooks outlooks={pensionOutlooks} />
      <Transfers transfers={record.transfers} />
      <Spells spells={record.spells} />
    </>
  )
}

function Rights({ rights }: { rights: RecordShown['rightsSummary'] }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  return (
    <section className={style.section}>
      <h2>{t('rights')}</h2>
      <ul className={style.rights}>
        {groupRights(rights.insurances).map((group) => {
          const [{ months, firstInsured, lastPaid }] = group
          return (
            <li key={group.map(({ insurance }) => insurance).join()}>
              <span>{group.map(({ insurance }) => words(insurance)).join(t('and'))}</span>
              <strong>{t('monthsCount', { count: months })}</strong>
              <span className={style.soft}>
                {t('firstInsured')} {firstInsured ? format.period(firstInsured) : '–'} · {t('lastPaid')}{' '}
                {lastPaid ? format.period(lastPaid) : '–'}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Months that came from another region or went to one; nothing for who was only ever insured here. */
function Transfers({ transfers }: { transfers: RecordShown['record']['transfers'] }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  if (transfers.length === 0) return null
  return (
    <section className={style.section}>
      <h2>{t('transfers')}</h2>
      <ul className={style.months}>
        {transfers.map(({ transferId, outgoing, agency, insurance, from, to }) => (
          <li key={`${transferId}-${insurance}-${from}`}>
            <span>
              {words(insurance)}
              <span className="sub">{t(outgoing ? 'transferredOut' : 'transferredIn', { agency })}</span>
            </span>
            <span className={style.soft}>{t('spell', { from: format.period(from), to: format.period(to) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Spells({ spells }: { spells: RecordShown['record']['spells'] }) {
  const t = useMessages(messages)
  const reasons = useMessages(stopReasonWords)
  const format = useFormat()
  if (spells.length === 0) return null
  return (
    <section className={style.section}>
      <h2>{t('spells')}</h2>
      <ul className={style.months}>
        {spells.map(({ employerName, from, to, stopReason }) => (
          <li key={`${employerName}-${from}`}>
            <span>
              {employerName}
              {stopReason ? <span className="sub">{stopReasonWord(stopReason, reasons)}</span> : null}
            </span>
            <span className={style.soft}>
              {t('spell', { from: format.period(from), to: to ? format.period(to) : t('now') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
