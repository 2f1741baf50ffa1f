import { useDeferredValue } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { useDeriveMonth } from '../../money/notice/index.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { CardState } from '../../register/card/index.ts'
import sheet from './record.module.css'
import { groupRights } from './group-rights.ts'
import style from './home-page.module.css'
import { MyHomeDocument, type MyHomeQuery } from './me.generated.ts'
import { messages } from './messages.ts'
import { WhenUnpaid } from './when-unpaid.tsx'
import { MonthStatus } from './month-status.tsx'

type Me = MyHomeQuery['me']
type Month = Me['payments']['edges'][number]['node']

/** What an insured person wants to know at once: was the last month paid, by whom, how much. */
export function HomePage() {
  const t = useMessages(messages)
  const { data: answer, error } = useQuery(MyHomeDocument)
  // Drawn in parts, so that a slow phone answers a thumb meanwhile.
  const data = useDeferredValue(answer)
  if (error && !answer) throw error
  if (!data) return <Skeleton lines={6} />
  const { me } = data
  const months = me.payments.edges.map(({ node }) => node)
  const [latest, ...before] = months
  const employers = new Set(months.map(({ employerName }) => employerName))
  return (
    <>
      <PageHeader title={t('homeTitle', { name: me.name })} lead={me.idMasked} />
      {latest ? (
        <Latest month={latest} office={data.office} />
      ) : (
        <EmptyState title={t('noMonths')}>{t('noMonthsText')}</EmptyState>
      )}
      {before.length > 0 ? <Recent months={before} named={employers.size > 1} /> : null}
      <Totals me={me} />
      {me.cards[0] ? (
        <section className={sheet.section}>
          <h2>{t('card')}</h2>
          <p className={style.cardLine}>
            <Link to="/me/card">{me.cards[0].numberMasked}</Link>
            <CardState status={me.cards[0].status} />
          </p>
        </section>
      ) : null}
    </>
  )
}

function Latest({ month, office }: { month: Month; office: MyHomeQuery['office'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveMonth()
  return (
    <section className={style.latest} aria-label={t('latest')}>
      <h2>{format.period(month.period)}</h2>
      <p className={sheet.soft}>{month.employerName}</p>
      <p className={style.statusLine}>
        <MonthStatus status={month.status} />
        {month.postedOn ? (
          <span className={sheet.soft}>{t('paidOn', { date: format.date(month.postedOn) })}</span>
        ) : null}
      </p>
      {month.status === 'UNPAID' ? <WhenUnpaid office={office} /> : null}
      <dl className={style.shares}>
        <div>
          <dt>{t('personal')}</dt>
          <dd>
            <DerivationPopover
              fen={month.personalTotal}
              size="total"
              sign
              explanation={derive(month.id, { label: 'PERSONAL_SHARE' })}
            />
          </dd>
        </div>
        <div>
          <dt>{t('employer')}</dt>
          <dd>
            <DerivationPopover
              fen={month.employerTotal}
              size="total"
              sign
              explanation={derive(month.id, { label: 'EMPLOYER_SHARE' })}
            />
          </dd>
        </div>
      </dl>
    </section>
  )
}

/** With several employers a month stands here more than once: each line then says whose it is. */
function Recent({ months, named }: { months: readonly Month[]; named: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveMonth()
  return (
    <section className={sheet.section}>
      <h2>{t('recent')}</h2>
      <ul className={sheet.months}>
        {months.map((month) => (
          <li key={month.id}>
            <span>
              {format.period(month.period)}
              {named ? <span className="sub">{month.employerName}</span> : null}
            </span>
            <MonthStatus status={month.status} />
            <DerivationPopover fen={month.personalTotal + month.employerTotal} explanation={derive(month.id)} />
          </li>
        ))}
      </ul>
      <Link to="/me/record">{t('allMonths')}</Link>
      <p className={style.cardLine}>
        <Link to="/me/employer">{t('employerPays')}</Link>
      </p>
    </section>
  )
}

function Totals({ me }: { me: Me }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  return (
    <section className={sheet.section}>
      <h2>{t('monthsSoFar')}</h2>
      <ul className={sheet.months}>
        {groupRights(me.rightsSummary.insurances).map((group) => (
          <li key={group.map(({ insurance }) => insurance).join()}>
            <span>{group.map(({ insurance }) => words(insurance)).join(t('and'))}</span>
            <strong>{t('monthsCount', { count: group[0].months })}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
