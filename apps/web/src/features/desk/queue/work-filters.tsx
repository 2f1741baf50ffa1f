import { NativeSelect } from '@mantine/core'
import { Link, useNavigate } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { workHome, workFilter, workOwners, workSorts, workViews } from '../../../shared/case/work-trail.ts'
import type { WorkView } from '../../../shared/case/work-trail.ts'
import { workLifecycles } from '../../../shared/case/work-lifecycles.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { messages } from './messages.ts'
import style from './work-page.module.css'
import { lifecycleWords } from '../../../shared/case/lifecycle-words.ts'
import { WorkCountsDocument } from './work-counts.generated.ts'
import { WorkOfficesDocument } from './work.generated.ts'
import { counted } from './work-total.ts'

interface OfficeChoiceProps {
  chosen: string | null
  onChoose: (office: string | null) => void
}

/** Whose employers: shown where the agency has offices of districts. */
function OfficeChoice({ chosen, onChoose }: OfficeChoiceProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { data } = useQuery(WorkOfficesDocument)
  const offices = data?.districtOffices ?? []
  if (offices.length === 0 && chosen === null) return null
  return (
    <NativeSelect
      size="sm"
      label={t('office')}
      value={chosen ?? ''}
      data={[
        { value: '', label: t('officeANY') },
        ...offices.map(({ id, nameZh, nameEn }) => ({ value: id, label: language === 'en' ? nameEn : nameZh })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    />
  )
}

/** Which desk, whose and in which order: each choice is an address. */
export function WorkFilters({ search }: { search: string }) {
  const t = useMessages(messages)
  const word = useMessages(lifecycleWords)
  const navigate = useNavigate()
  const filter = workFilter(search)
  const { data } = useQuery(WorkCountsDocument, {
    variables: { district: filter.district },
    fetchPolicy: 'cache-and-network',
  })
  const counts = data?.workCounts ?? []
  const sum = (view: WorkView, of = counts) => of.reduce((total, count) => total + counted[view](count), 0)
  const to = (change: Record<string, string | null>) => {
    const params = new URLSearchParams(search)
    for (const [name, value] of Object.entries(change)) {
      if (value === null) params.delete(name)
      else params.set(name, value)
    }
    const text = params.toString()
    return text ? `${workHome}?${text}` : workHome
  }
  const desks = workLifecycles.filter(
    (name) =>
      name === filter.desk || counts.some((count) => count.lifecycle === name && counted[filter.view](count) > 0),
  )
  const barred = sum('barred')
  const overdue = counts.reduce((total, count) => total + count.overdue, 0)
  const standIn = counts.reduce((total, count) => total + count.standIn, 0)
  const stale = counts.reduce((total, count) => total + count.stale, 0)
  return (
    <div className={style.filters}>
      <ChoiceLinks
        label={t('views')}
        chosen={filter.view}
        options={workViews.map((id) => ({
          id,
          to: to({ view: id === 'mine' ? null : id, desk: null }),
          text: t(`view${id}`),
          count: data ? sum(id) : '',
        }))}
      />
      <ChoiceLinks
        label={t('desks')}
        chosen={filter.desk ?? ''}
        options={[
          { id: '', to: to({ desk: null }), text: t('all'), count: data ? sum(filter.view) : '' },
          ...desks.map((id) => ({
            id,
            to: to({ desk: id }),
            text: word(id),
            count: sum(
              filter.view,
              counts.filter(({ lifecycle }) => lifecycle === id),
            ),
          })),
        ]}
      />
      <div className={style.order}>
        <OfficeChoice chosen={filter.district} onChoose={(office) => void navigate(to({ office, desk: null }))} />
        <NativeSelect
          size="sm"
          label={t('owner')}
          value={filter.owner}
          data={workOwners.map((value) => ({ value, label: t(`owner${value}`) }))}
          onChange={(event) => {
            const owner = event.currentTarget.value
            void navigate(to({ owner: owner === 'ANYBODY' ? null : owner }))
          }}
        />
        <NativeSelect
          size="sm"
          label={t('sort')}
          value={filter.sort}
          data={workSorts.map((value) => ({ value, label: t(`sort${value}`) }))}
          onChange={(event) => {
            const sort = event.currentTarget.value
            void navigate(to({ sort: sort === 'LONGEST' ? null : sort }))
          }}
        />
      </div>
      {filter.view === 'mine' && filter.sort !== 'DUE' && overdue > 0 ? (
        <p className={style.late}>
          {t('overdueHint', { count: overdue })}{' '}
          <Link to={to({ sort: 'DUE', owner: null, desk: null })}>{t('overdueShow')}</Link>
        </p>
      ) : null}
      {filter.owner !== 'STALE' && standIn > 0 ? (
        <p className={style.late}>
          {t('standInHint', { count: standIn })}{' '}
          <Link to={to({ owner: 'STALE', view: null, desk: null })}>{t('staleShow')}</Link>
        </p>
      ) : null}
      {filter.owner !== 'STALE' && stale > standIn ? (
        <p className="quiet">
          {t('staleHint', { count: stale - standIn })}{' '}
          <Link to={to({ owner: 'STALE', view: 'all', desk: null })}>{t('staleShow')}</Link>
        </p>
      ) : null}
      {filter.view === 'mine' && barred > 0 ? (
        <p className="quiet">
          {t('barredHint', { count: barred })} <Link to={to({ view: 'barred', desk: null })}>{t('barredShow')}</Link>
        </p>
      ) : null}
    </div>
  )
}
