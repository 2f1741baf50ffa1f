import { Link, Navigate } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BankDesk } from './bank-desk.tsx'
import { CheckCode } from './check-code.tsx'
import { HospitalDesk } from './hospital-desk.tsx'
import { partnerMessages } from './partner-messages.ts'
import { PartnerDeskDocument } from './partner-desk.generated.ts'
import style from './partner.module.css'

/** The one task of whoever sits here: a bank activates its cards, a hospital settles bills with them. */
export function PartnerDeskPage() {
  const t = useMessages(partnerMessages)
  const { data, error } = useQuery(PartnerDeskDocument)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={5} />
  const { activatesCards, bank, name, linked } = data.partnerDesk
  // The other bodies have no cards to activate: their desk is the cases that came to them.
  if (!activatesCards) return <Navigate to="/partner/enforcement" replace />
  return (
    <>
      <PageHeader
        title={t(bank ? 'bankTitle' : 'hospitalTitle')}
        lead={t(bank ? (linked ? 'leadLinked' : 'leadBank') : 'leadHospital')}
        above={<strong>{name}</strong>}
      />
      {bank ? (
        <p className={style.other}>
          <Link to="/partner/requests">{t('toRequests')}</Link>
        </p>
      ) : null}
      {bank ? <BankDesk /> : <HospitalDesk />}
      <CheckCode />
    </>
  )
}
