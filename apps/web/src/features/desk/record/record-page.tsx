import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { MonthGrid } from '../../../shared/ui/month-grid.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { groupRights } from './group-rights.ts'
import style from './record.module.css'
import { MyRecordDocument, type MyRecordQuery } from './me.generated.ts'
import { messages } from './messages.ts'
import { MonthDetail } from './month-detail.tsx'
import { gridMonths } from './month-insurances.ts'

type Me = MyRecordQuery['me']

/** The person's months as a grid, what they add up to, and the employers they come from. */
export function RecordPage() {
  const t = useMessages(messages)
  const { data, error, fetchMore } = useQuery(MyRecordDocument)
  const [opened, setOpened] = useState<string>()
  const page = data?.me.payments
  const months = useMemo(() => page?.edges.map(({ node }) => node) ?? [], [page])
  const cells = useMemo(() => gridMonths(months), [months])
  if (error && !data) throw error
  if (!data || !page) return <Skeleton lines={8} />
  return (
    <>
      <PageHeader
        title={t('recordTitle')}
        lead={t('recordLead')}
        next={
          months.length === 0 ? null : (
            <Button component={Link} to="/me/certificate" variant="default">
              {t('certificate')}
            </Button>
          )
        }
      />
      {months.length === 0 ? (
        <EmptyState title={t('noMonths')}>{t('noMonthsText')}</EmptyState>
      ) : (
        <MonthGrid months={cells} onOpen={setOpened} />
      )}
      <ShowMore page={page.pageInfo} fetchMore={fetchMore}>
        {t('earlier')}
      </ShowMore>
      <MonthDetail
        period={opened}
        months={months.filter(({ period }) => period === opened)}
        office={data.office}
        onClose={() => setOpened(undefined)}
      />
      <Rights me={data.me} />
      <Spells me={data.me} />
    </>
  )
}

function Rights({ me }: { me: Me }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  return (
    <section className={style.section}>
      <h2>{t('rights')}</h2>
      <ul className={style.rights}>
        {groupRights(me.rightsSummary.insurances).map((group) => {
          const [{ months, firstInsured, gaps }] = group
          return (
            <li key={group.map(({ insurance }) => insurance).join()}>
              <span>{group.map(({ insurance }) => words(insurance)).join(t('and'))}</span>
              <strong>{t('monthsCount', { count: months })}</strong>
              <span className={style.soft}>
                {t('firstInsured')} {firstInsured ? format.period(firstInsured) : '–'}
              </span>
              <span className={style.soft}>
                {t('gaps')} {gaps.length === 0 ? t('none') : gaps.map((gap) => format.period(gap)).join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Spells({ me }: { me: Me }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (me.spells.length === 0) return null
  return (
    <section className={style.section}>
      <h2>{t('spells')}</h2>
      <ul className={style.months}>
        {me.spells.map(({ employerName, from, to }) => (
          <li key={`${employerName}-${from}`}>
            <span>{employerName}</span>
            <span className={style.soft}>
              {t('spell', { from: format.period(from), to: to ? format.period(to) : t('now') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
