import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { usePlaceName } from '../../../shared/case/use-districts.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DistrictForm } from './district-form.tsx'
import { EndPostDocument } from './district.generated.ts'
import type { DistrictsQuery } from './district.generated.ts'
import style from './district.module.css'
import { messages } from './messages.ts'
import { useDistrictDeed } from './use-district-deed.ts'

export type District = DistrictsQuery['districtOffices'][number]
type Post = District['staff'][number]

interface OneDistrictProps {
  office: District
  offices: readonly District[]
  onChanged: () => Promise<unknown>
}

/** One office with its staff: changed, and people called back. */
export function OneDistrict({ office, offices, onChanged }: OneDistrictProps) {
  const t = useMessages(messages)
  const name = useLanguage().language === 'en' ? office.nameEn : office.nameZh
  const placeName = usePlaceName()
  const placed = (place: District['districts'][number]) => t('place', { name: placeName(place), code: place.code })
  const [changing, setChanging] = useState(false)
  const [leaving, setLeaving] = useState<Post>()
  const [end, ending] = useMutation(EndPostDocument)
  const { problem, settle } = useDistrictDeed(onChanged)
  const callBack = async ({ id }: Post) => {
    await settle(end({ variables: { id } }).then(({ data }) => data?.endPost))
    setLeaving(undefined)
  }
  return (
    <article className={style.card} aria-label={name}>
      <h2>
        {name} <span className="quiet">{office.code}</span>
      </h2>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      {changing ? (
        <DistrictForm
          office={office}
          offices={offices}
          verb={t('save')}
          onChanged={onChanged}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <>
          <p>
            {t('facts', { regions: office.districts.map(placed).join(t('betweenPlaces')), count: office.employers })}
          </p>
          <h3>{t('staff')}</h3>
          {office.staff.length === 0 ? (
            <p className="quiet">{t('noStaff')}</p>
          ) : (
            <ul className={style.staff}>
              {office.staff.map((post) => (
                <StaffLine key={post.id} post={post} office={name} onLeave={() => setLeaving(post)} />
              ))}
            </ul>
          )}
          <div>
            <Button variant="default" aria-label={t('changeOf', { office: name })} onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          </div>
        </>
      )}
      {leaving ? (
        <ConfirmDialog
          opened
          title={t('endTitle', { name: leaving.name })}
          consequence={t('endText', { name: leaving.name, office: name })}
          verb={t('end')}
          grave
          busy={ending.loading}
          onCancel={() => setLeaving(undefined)}
          onConfirm={() => void callBack(leaving)}
        />
      ) : null}
    </article>
  )
}

function StaffLine({ post, office, onLeave }: { post: Post; office: string; onLeave: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { name, staffNo, validFrom, validTo, lentBecause } = post
  const days =
    validTo === null
      ? t('since', { day: format.date(validFrom) })
      : t('until', { from: format.date(validFrom), to: format.date(validTo) })
  return (
    <li>
      <span>
        {name} {staffNo}
        <span className="sub">
          {[days, ...(lentBecause === null ? [] : [t('lent', { reason: lentBecause })])].join(' · ')}
        </span>
      </span>
      <Button size="compact-sm" variant="default" aria-label={t('endOf', { name, office })} onClick={onLeave}>
        {t('end')}
      </Button>
    </li>
  )
}
