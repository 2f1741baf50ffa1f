import { answerName } from '@shebao/declaration-rules'
import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { NoticeState } from '../../../shared/case/notice-state.tsx'
import { DeclarationState } from '../../../shared/case/declaration-state.tsx'
import { usePlaceName } from '../../../shared/case/use-districts.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { noticeFigure } from '@shebao/premium'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { NotFoundPage } from '../../../shared/ui/not-found-page.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { TakenPayments } from '../../../shared/ui/taken-payments.tsx'
import { WaitingMoney } from '../../../shared/ui/waiting-money.tsx'
import { StaffEmployerDocument } from './employer.generated.ts'
import type { StaffEmployerQuery } from './employer.generated.ts'
import { OnlineFilingSection } from '../online-filing/index.ts'
import { EmployerContacts, EmployerFiles } from './employer-papers.tsx'
import { EmployerMandates } from './employer-mandates.tsx'
import { EmployerMonths } from './employer-months.tsx'
import { mandateMessages } from './mandate-messages.ts'
import { monthMessages } from './month-messages.ts'
import { paperMessages } from './paper-messages.ts'
import { EmployerDocuments, EmployerStanding, EmployerTimeline } from './employer-standing.tsx'
import { messages } from './messages.ts'
import { standingMessages } from './standing-messages.ts'
import style from './employer-page.module.css'

/** One unit as the register has it, with its declarations, payment notices and the money that came from it. */
export function EmployerPage() {
  const { id = '' } = useParams()
  const t = useMessages(messages)
  const standing = useMessages(standingMessages)
  const papers = useMessages(paperMessages)
  const months = useMessages(monthMessages)
  const mandates = useMessages(mandateMessages)
  const { data, error } = useQuery(StaffEmployerDocument, { variables: { id } })
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={8} />
  const { registeredUnit: unit, reviewQueue } = data
  if (!unit) return <NotFoundPage />
  const notices = unit.notices.edges.map(({ node }) => node)
  const payments = unit.paymentsTaken.edges.map(({ node }) => node)
  return (
    <>
      <PageHeader
        title={unit.name}
        above={<Link to="/staff/employers">{t('employers')}</Link>}
        lead={`${unit.registrationNo} · ${unit.creditCode}`}
      />
      <section className={style.section}>
        <h2>{standing('standing')}</h2>
        <EmployerStanding id={unit.id} />
      </section>
      <section className={style.section}>
        <Register unit={unit} />
        <p className={style.beside}>
          <Link to={`/staff/employers/${unit.id}/register`}>{t('history')}</Link>
          {' · '}
          <Link to={`/staff/employers/${unit.id}/clerks`}>{t('clerks')}</Link>
          {' · '}
          <Link to={`/staff/exceptions?number=${unit.registrationNo}`}>{t('exceptions')}</Link>
          {' · '}
          <Link to={`/staff/exceptions/new/${unit.id}`}>{t('proposeException')}</Link>
          {' · '}
          <Link to={`/staff/locks/new/${unit.id}`}>{t('locks')}</Link>
        </p>
      </section>
      <section className={style.section}>
        <h2>{t('onlineFiling')}</h2>
        <OnlineFilingSection id={unit.id} />
      </section>
      <section className={style.section}>
        <h2>{mandates('title')}</h2>
        <EmployerMandates id={unit.id} />
      </section>
      <section className={style.section}>
        <h2>{papers('contacts')}</h2>
        <EmployerContacts id={unit.id} />
      </section>
      <section className={style.section}>
        <h2>{t('declarations')}</h2>
        {reviewQueue.edges.length === 0 ? <p>{t('noDeclarations')}</p> : <Declarations edges={reviewQueue.edges} />}
      </section>
      <section className={style.section}>
        <h2>{months('title')}</h2>
        <EmployerMonths id={unit.id} />
      </section>
      <section className={style.section}>
        <h2>{t('notices')}</h2>
        {notices.length === 0 ? <p>{t('noNotices')}</p> : <Notices notices={notices} />}
      </section>
      <section className={style.section}>
        <h2>{t('payments')}</h2>
        <WaitingMoney money={unit.waitingMoney} forStaff />
        {payments.length === 0 ? <p>{t('noPayments')}</p> : <TakenPayments payments={payments} />}
      </section>
      <section className={style.section}>
        <h2>{standing('timeline')}</h2>
        <EmployerTimeline id={unit.id} />
      </section>
      <section className={style.section}>
        <h2>{standing('documents')}</h2>
        <EmployerDocuments id={unit.id} />
      </section>
      <section className={style.section}>
        <h2>{papers('files')}</h2>
        <EmployerFiles id={unit.id} />
      </section>
    </>
  )
}

function Register({ unit }: { unit: Unit }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const placeName = usePlaceName()
  return (
    <Facts
      facts={[
        [t('unitType'), answerName('unitType', unit.unitType, language)],
        [t('industry'), answerName('industry', unit.industry, language)],
        [t('injuryClass'), String(unit.injuryClass)],
        [t('district'), unit.district ? placeName(unit.district) : t('noDistrict')],
        [t('address'), unit.registeredAddress],
        [t('legalRep'), unit.legalRepName],
        [t('bank'), `${unit.bankName} · ${unit.bankAccountName} · ${unit.bankAccount}`],
        [t('registeredOn'), format.date(unit.registeredOn)],
        [t('rosterVersion'), String(unit.rosterVersion)],
      ]}
    />
  )
}

function Declarations({ edges }: { edges: StaffEmployerQuery['reviewQueue']['edges'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <PlainTable columns={[t('year'), t('state'), { end: t('version') }, { end: t('people') }]}>
      {edges.map(({ node }) => (
        <tr key={node.id}>
          <th scope="row">
            {node.version > 0 ? <Link to={`/staff/declarations/${node.id}`}>{node.year}</Link> : node.year}
          </th>
          <td>
            <DeclarationState state={node.state} />
            {node.late && node.version > 0 ? <span className={style.late}>{t('late')}</span> : null}
          </td>
          <td data-align="end" data-label={t('version')}>
            {node.version}
          </td>
          <td data-align="end" data-label={t('people')}>
            {node.people === null ? '—' : format.count(node.people)}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}

type Unit = NonNullable<StaffEmployerQuery['registeredUnit']>

function Notices({ notices }: { notices: readonly Unit['notices']['edges'][number]['node'][] }) {
  const derive = useDerivation()
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <PlainTable columns={[t('period'), t('state'), { end: t('people') }, { end: t('total') }, t('dueOn'), t('number')]}>
      {notices.map((notice) => (
        <tr key={notice.id}>
          <th scope="row" data-whole>
            {format.period(notice.period)}
          </th>
          <td>
            <NoticeState status={notice.status} overdueDays={notice.overdueDays} />
          </td>
          <td data-align="end" data-label={t('people')}>
            {format.count(notice.people)}
          </td>
          <td data-align="end" data-label={t('total')}>
            <DerivationPopover
              fen={notice.total}
              explanation={async () => {
                const whole = await derive({ notice: notice.id })()
                return noticeFigure(whole, { label: notice.postedOn ? 'AMOUNT_DUE' : 'OUTSTANDING' }) ?? whole
              }}
            />
            {notice.lateFee > 0 ? (
              <span className="sub">{t('lateFeeIncluded', { amount: format.yuan(notice.lateFee) })}</span>
            ) : null}
          </td>
          <td data-whole data-label={t('dueOn')}>
            {format.date(notice.dueOn)}
          </td>
          <td data-whole data-label={t('number')}>
            <Link to={`/staff/notices/${notice.id}`}>{notice.number}</Link>
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
