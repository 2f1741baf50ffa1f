import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useDistricts } from '../../../shared/case/use-districts.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DistrictForm } from './district-form.tsx'
import { DistrictsDocument } from './district.generated.ts'
import style from './district.module.css'
import { LendForm, PostForm } from './post-form.tsx'
import { messages } from './messages.ts'
import { OneDistrict } from './one-district.tsx'

/** The agency's offices, whose employers are whose, and who handles cases where. */
export function DistrictsPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { roles } = useViewer()
  const { data, error, refetch } = useQuery(DistrictsDocument, { fetchPolicy: 'cache-and-network' })
  const { options, known } = useDistricts()
  const divided = !known || options.length > 0
  const [done, setDone] = useState(false)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const { districtOffices: offices, agencyPeople: people } = data
  const changed = async () => {
    await refetch()
    setDone(true)
  }
  const whole = people.filter(({ wholeAgency }) => wholeAgency)
  const named = whole.map(({ name, post }) => (post ? t('wholeSet', { name, day: format.date(post.validFrom) }) : name))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {done ? <Notice tone="done">{t('done')}</Notice> : null}
      {offices.length === 0 ? <p>{t('none')}</p> : null}
      {offices.map((office) => (
        <OneDistrict key={office.id} office={office} offices={offices} onChanged={changed} />
      ))}
      <section className={style.card} aria-labelledby="whole-agency">
        <h2 id="whole-agency">{t('whole')}</h2>
        <p>{named.join(t('between'))}</p>
        {offices.length > 0 ? <p>{t('ofNoOffice', { count: data.employersOfNoOffice })}</p> : null}
      </section>
      {offices.length > 0 ? <PostForm offices={offices} people={people} onChanged={changed} /> : null}
      {offices.length > 0 && roles.includes('HEAD') ? (
        <LendForm offices={offices} people={people.filter(({ wholeAgency }) => !wholeAgency)} onChanged={changed} />
      ) : null}
      <section className={style.card} aria-labelledby="new-office">
        <h2 id="new-office">{t('newOffice')}</h2>
        {divided ? <DistrictForm offices={offices} verb={t('create')} onChanged={changed} /> : <p>{t('undivided')}</p>}
      </section>
    </>
  )
}
