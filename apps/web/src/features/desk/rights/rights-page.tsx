import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AccountYears } from './account-years.tsx'
import { messages } from './messages.ts'
import style from './rights-page.module.css'
import { messages as statementMessages } from './statement-messages.ts'
import { Statements } from './statements.tsx'
import { MyRightsDocument, type MyRightsQuery } from './rights.generated.ts'

type Rights = MyRightsQuery['me']['rights']

/** What the office has recorded of a person's rights, live. */
export function RightsPage() {
  const t = useMessages(messages)
  const statementWord = useMessages(statementMessages)
  const format = useFormat()
  const { data, error } = useQuery(MyRightsDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { name, idMasked, rights } = data.me
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} above={<Link to="/me/record">{t('above')}</Link>} />
      <Section title={t('registration')}>
        <Facts
          facts={[
            [t('name'), name],
            [t('number'), idMasked],
            [t('unit'), rights.employerName ?? '–'],
            [t('until'), format.period(rights.until)],
          ]}
        />
      </Section>
      <Section title={t('insurances', { year: String(rights.year) })}>
        <ul className={style.list}>
          {rights.lines.map((line) => (
            <Line key={line.insurance} line={line} />
          ))}
        </ul>
      </Section>
      <Section title={t('account')}>
        <p className={style.soft}>{t('accountLead')}</p>
        <AccountYears years={rights.account} running={rights.year} />
      </Section>
      <Section title={statementWord('title')}>
        <p className={style.soft}>{statementWord('lead')}</p>
        <Statements />
      </Section>
      <Section title={t('transfers')}>
        <Transfers transfers={rights.transfers} />
      </Section>
      <Section title={t('benefits')}>
        <p>{t('noBenefits')}</p>
      </Section>
      <p className={style.soft}>{t('wrong')}</p>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={style.section} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Transfers({ transfers }: { transfers: Rights['transfers'] }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  return (
    <>
      {transfers.length === 0 ? <p>{t('noTransfers')}</p> : null}
      {transfers.map(({ outgoing, insurance, from, to, agency }) => (
        <p key={`${outgoing}-${insurance}-${from}`}>
          {t(outgoing ? 'transferredOut' : 'transferredIn', {
            insurance: words(insurance),
            from: format.period(from),
            to: format.period(to),
            agency,
          })}
        </p>
      ))}
      <Button component={Link} to="/me/transfers" variant="default">
        {t('transferWay')}
      </Button>
    </>
  )
}

function Line({ line }: { line: Rights['lines'][number] }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  const { insurance, standing, firstInsured, monthsOfYear, months, base, employer, personal } = line
  const money = base + employer + personal > 0
  const facts: [string, string][] = [
    [t('monthsOfYear'), t('monthsCount', { count: monthsOfYear })],
    [t('months'), t('monthsCount', { count: months })],
    [t('firstInsured'), firstInsured ? format.period(firstInsured) : '–'],
    ...(money
      ? ([
          [t('base'), format.fen(base)],
          [t('employer'), format.fen(employer)],
          ...(insurance === 'WORK_INJURY' || insurance === 'MATERNITY'
            ? []
            : [[t('personal'), format.fen(personal)] satisfies [string, string]]),
        ] satisfies [string, string][])
      : []),
  ]
  return (
    <li>
      <div className={style.head}>
        <h3>{words(insurance)}</h3>
        <span>{t(standing)}</span>
      </div>
      {standing === 'NEVER' ? null : (
        <dl className={style.figures}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {insurance === 'MATERNITY' && monthsOfYear > 0 && !money ? <p className={style.soft}>{t('merged')}</p> : null}
    </li>
  )
}
