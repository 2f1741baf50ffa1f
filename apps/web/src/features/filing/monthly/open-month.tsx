import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { messages } from './messages.ts'
import type { MonthlyListQuery, MonthlyRulesFragment } from './monthly.generated.ts'
import { MonthlyState } from '../../../shared/case/monthly-state.tsx'
import { lastDayOf } from './last-day.ts'
import style from './monthly.module.css'
import { NotOpenedNotice } from './not-opened.tsx'
import { useOpenMonthly } from './use-open-monthly.ts'

interface OpenMonthProps {
  window: MonthlyRulesFragment
  /** The regular declaration of that month, once it was begun. */
  declaration: MonthlyListQuery['employer']['monthlyDeclarations']['edges'][number]['node'] | undefined
}

/** The month that is declared now: until when, how, and the button that begins it or goes on with it. */
export function OpenMonth({ window, declaration }: OpenMonthProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { start, busy, refused } = useOpenMonthly()
  const { open, cutOffDay, monthlySelf } = window
  const period = format.period(open)
  const date = format.date(lastDayOf(open, cutOffDay))
  return (
    <section className={style.now} aria-labelledby="open-month">
      <p className={style.nowLabel}>{t('openMonth')}</p>
      <div className={style.nowHead}>
        <h2 id="open-month">{period}</h2>
        {declaration ? <MonthlyState state={declaration.state} /> : null}
      </div>
      <Facts
        facts={[
          cutOffDay === null
            ? [t('openUntil'), t('untilEnd', { date })]
            : [t('until'), t('untilDay', { date, day: String(cutOffDay) })],
          [t('mode'), t(monthlySelf ? 'monthlySelf' : 'carryForward')],
        ]}
      />
      <NotOpenedNotice refused={refused} />
      <div className={style.actions}>
        {declaration ? (
          <Button
            component={Link}
            to={`/employer/monthly/${declaration.id}`}
            {...(declaration.editable ? {} : { variant: 'default' })}
          >
            {t(declaration.editable ? 'continue' : 'see')}
          </Button>
        ) : (
          <Button loading={busy} onClick={() => void start(open, 'REGULAR')}>
            {t('start', { period })}
          </Button>
        )}
        <span className="quiet">
          {declaration
            ? declaration.editable
              ? t('started', { period, count: declaration.counts.changes })
              : t('handedIn', { period })
            : t('notStarted', { period })}
        </span>
      </div>
      <p className={style.rehearse}>
        <Link to="/employer/rehearsal">{t('rehearse')}</Link>
      </p>
    </section>
  )
}
