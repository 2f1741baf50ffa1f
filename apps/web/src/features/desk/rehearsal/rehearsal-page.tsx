import { Button } from '@mantine/core'
import { addMonths, period } from '@shebao/kernel'
import { delayOf } from '@shebao/premium'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BillSection } from './bill-section.tsx'
import { DaysSection } from './days-section.tsx'
import { DelaySection } from './delay-section.tsx'
import { InspectionSection } from './inspection-section.tsx'
import { messages } from './messages.ts'
import { MissingSection } from './missing-section.tsx'
import { DeadlineRehearsalDocument } from './rehearsal.generated.ts'
import { debtOf } from './rehearsal.ts'
import type { Rehearsal } from './rehearsal.ts'
import style from './rehearsal.module.css'

const months = ['OPEN', 'NEXT'] as const

/** Either month, from the one that is shown. */
function monthOf({ month, period: shown }: Rehearsal, wanted: (typeof months)[number]): string {
  if (month === wanted) return shown
  return addMonths(period(shown), wanted === 'NEXT' ? 1 : -1)
}

/** The month that is open, or the one after, filed today as a dry run; nothing of it is written. */
export function RehearsalPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const [query] = useSearchParams()
  const month = months.find((one) => one === query.get('month'))
  const { data, error, refetch } = useQuery(DeadlineRehearsalDocument, {
    fetchPolicy: 'no-cache',
    variables: { month: month ?? null },
  })
  const rehearsal = data?.deadlineRehearsal
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={rehearsal ? t('lead', { period: format.period(rehearsal.period) }) : undefined}
        above={<Link to="/employer/monthly">{t('above')}</Link>}
      />
      {error && !rehearsal ? (
        <Notice tone="refused">
          <p>{t('failed')}</p>
          <Button size="compact-sm" variant="default" onClick={() => void refetch().catch(() => undefined)}>
            {t('again')}
          </Button>
        </Notice>
      ) : rehearsal ? (
        <div className={style.page}>
          <ChoiceLinks
            label={t('months')}
            chosen={rehearsal.month}
            options={months.map((id) => ({ id, text: format.period(monthOf(rehearsal, id)), to: `?month=${id}` }))}
          />
          <Summary rehearsal={rehearsal} />
          <MissingSection rehearsal={rehearsal} />
          <BillSection rehearsal={rehearsal} />
          <DaysSection rehearsal={rehearsal} />
          <DelaySection rehearsal={rehearsal} />
          <InspectionSection rehearsal={rehearsal} />
        </div>
      ) : (
        <Skeleton lines={10} />
      )}
    </>
  )
}

/** The two dates and the amount, before everything that they follow from. */
function Summary({ rehearsal }: { rehearsal: Rehearsal }) {
  const { today, period, fileBy, payment, bill } = rehearsal
  const debt = debtOf(rehearsal)
  const t = useMessages(messages)
  const format = useFormat()
  const day = (date: string) => (
    <>
      <strong>{format.date(date)}</strong>
      <span className="quiet">{format.relativeDays(date, today)}</span>
    </>
  )
  return (
    <dl className={style.summary}>
      <div>
        <dt>{t('fileBy')}</dt>
        <dd>{day(fileBy)}</dd>
      </div>
      <div>
        <dt>{t('payBy')}</dt>
        <dd>{payment ? day(payment.dueOn) : <strong>{t('unknown')}</strong>}</dd>
      </div>
      <div>
        <dt>{t('costs', { period: format.period(period) })}</dt>
        <dd>
          {bill ? (
            <>
              <strong>{format.yuan(bill.total)}</strong>
              <span className="quiet">{t('people', { count: bill.people })}</span>
            </>
          ) : (
            <strong>{t('unknown')}</strong>
          )}
        </dd>
      </div>
      {debt ? (
        <div>
          <dt>{t('late')}</dt>
          <dd>
            <strong>{format.yuan(delayOf(debt, 0).perDay)}</strong>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
