import { Link, useParams, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { AsKnownBanner } from '../../../shared/ui/as-known-on.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { FilterForm } from './filter-form.tsx'
import { UnitHistoryDocument } from './history.generated.ts'
import style from './history.module.css'
import { InsuredPeople } from './insured-people.tsx'
import { messages } from './messages.ts'
import { ParticularsList } from './particulars-list.tsx'

/** The unit's own register: for its clerks. */
export function OwnHistoryPage() {
  const { employerId } = useViewer()
  return employerId === null ? null : <History employerId={employerId} own />
}

/** A unit's register, for staff. */
export function HistoryPage() {
  const { id = '' } = useParams()
  return <History employerId={id} own={false} />
}

const day = /^\d{4}-\d{2}-\d{2}$/
const month = /^\d{4}-\d{2}$/

/** What is asked for stands in the address, so that it can be kept and passed on. */
export function askedOf(params: URLSearchParams): { period: string | null; asKnownOn: string | null } {
  const [period, known] = [params.get('month') ?? '', params.get('known') ?? '']
  return { period: month.test(period) ? period : null, asKnownOn: day.test(known) ? known : null }
}

function History({ employerId, own }: { employerId: string; own: boolean }) {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const asked = askedOf(params)
  const { data, error } = useQuery(UnitHistoryDocument, {
    variables: { id: employerId, asKnownOn: asked.asKnownOn },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={10} />
  const unit = data.employerById
  return (
    <>
      <PageHeader
        title={own ? t('title') : t('ofUnit', { name: unit.name })}
        above={own ? undefined : <Link to={`/staff/employers/${employerId}`}>{unit.name}</Link>}
        lead={t('lead')}
      />
      <FilterForm key={params.toString()} asked={asked} />
      <AsKnownBanner />
      <section className={style.section} aria-labelledby="unit">
        <h2 id="unit">{t('unit')}</h2>
        <ParticularsList rows={unit.particulars} />
      </section>
      <section className={style.section} aria-labelledby="people">
        <h2 id="people">{t('people')}</h2>
        <InsuredPeople key={params.toString()} employerId={employerId} {...asked} />
      </section>
    </>
  )
}
