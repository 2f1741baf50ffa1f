import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ConsentsGiven } from './consents-given.tsx'
import { FamilyDocument, type ConsentFactsFragment, type FamilyQuery } from './family.generated.ts'
import style from './family.module.css'
import { GiveConsent } from './give-consent.tsx'
import { messages } from './messages.ts'

/** Whose records I may read, whom I let read mine, and letting one more. */
export function FamilyPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error } = useQuery(FamilyDocument, { fetchPolicy: 'cache-and-network' })
  const [given, setGiven] = useState<Omit<ConsentFactsFragment, ' $fragmentName'>>()
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Shared records={data.recordsSharedWithMe} />
      <ConsentsGiven consents={data.recordConsents} />
      <section className={style.section}>
        <h2>{t('newTitle')}</h2>
        {given ? (
          <Notice tone="done">{t('given', { name: given.readerName, date: format.date(given.validTo) })}</Notice>
        ) : null}
        <p className={style.soft}>{t('newText')}</p>
        <GiveConsent onGiven={setGiven} />
      </section>
    </>
  )
}

function Shared({ records }: { records: FamilyQuery['recordsSharedWithMe'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section className={style.section}>
      <h2>{t('sharedTitle')}</h2>
      {records.length === 0 ? <p className={style.soft}>{t('sharedNone')}</p> : null}
      <ul className={style.list}>
        {records.map(({ id, name, relation, validTo }) => (
          <li key={id}>
            <Link to={`/me/family/${id}`}>{name}</Link>
            <span className={style.soft}>
              {t(`youAre${relation}`)} · {t('until', { date: format.date(validTo) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
