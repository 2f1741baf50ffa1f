import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { GivenOperatorLink, type MadeLink } from './given-operator-link.tsx'
import { messages } from './messages.ts'
import { NewPartner } from './new-partner.tsx'
import { OnePartner } from './one-partner.tsx'
import { PartnersDocument } from './partner.generated.ts'

/** Who has desks, who sits there, and what an administrator does about it. */
export function PartnersPage() {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(PartnersDocument, { fetchPolicy: 'cache-and-network' })
  const [made, setMade] = useState<MadeLink>()
  if (error && !data) throw error
  if (!data) return <Skeleton lines={5} />
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {made ? <GivenOperatorLink made={made} onKept={() => setMade(undefined)} /> : null}
      {data.partners.length === 0 ? <p>{t('none')}</p> : null}
      {data.partners.map((partner) => (
        <OnePartner key={partner.id} partner={partner} onChanged={refetch} onLink={setMade} />
      ))}
      <NewPartner onMade={refetch} />
    </>
  )
}
