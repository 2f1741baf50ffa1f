import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { InsuredPeopleDocument } from './history.generated.ts'
import type { InsuredPeopleQuery } from './history.generated.ts'
import style from './history.module.css'
import { messages } from './messages.ts'
import { OriginText } from './origin.tsx'
import { PersonHistory } from './person-history.tsx'
import { InsuranceNames, Months } from './stretch-text.tsx'

interface Asked {
  employerId: string
  period: string | null
  asKnownOn: string | null
}

/** Who is insured with the unit in the month, page by page. */
export function InsuredPeople({ employerId, period, asKnownOn }: Asked) {
  const t = useMessages(messages)
  const { data, error, refetch, fetchMore } = useQuery(InsuredPeopleDocument, {
    variables: { id: employerId, period, asKnownOn, after: null },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) {
    return (
      <Notice tone="refused">
        {t('failed')}{' '}
        <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </Notice>
    )
  }
  if (!data) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.employerById.insuredPeople
  if (edges.length === 0) {
    const narrowed = period !== null || asKnownOn !== null
    return narrowed ? <NothingFound title={t('noPeople')} clear="?" /> : <EmptyState title={t('noPeople')} />
  }
  return (
    <>
      <PlainTable
        caption={t('people')}
        columns={[t('name'), t('from'), { end: t('base') }, t('insurances'), t('source'), { unseen: t('history') }]}
      >
        {edges.map(({ node }) => (
          <PersonRows key={node.id} employerId={employerId} person={node} />
        ))}
      </PlainTable>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </>
  )
}

type Person = InsuredPeopleQuery['employerById']['insuredPeople']['edges'][number]['node']

function PersonRows({ employerId, person }: { employerId: string; person: Person }) {
  const t = useMessages(messages)
  const [open, setOpen] = useState(false)
  const { individualId, name, idNumber, averageWage, insurances, rows, origin } = person
  return (
    <>
      <tr>
        <th scope="row">
          {name}
          <span className="sub">{idNumber}</span>
        </th>
        <td data-label={t('from')}>
          <Months {...person} />
        </td>
        <td data-align="end" data-label={t('base')}>
          <MoneyText fen={averageWage} />
        </td>
        <td data-label={t('insurances')}>
          <InsuranceNames insurances={insurances} />
        </td>
        <td data-label={t('source')}>
          <OriginText origin={origin} />
        </td>
        <td>
          {rows > 1 ? (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={open}
              aria-label={t('historyOf', { name })}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'hide' : 'history')}
            </Button>
          ) : null}
        </td>
      </tr>
      {open ? (
        <tr className={style.history}>
          <td colSpan={6}>
            <PersonHistory employerId={employerId} individualId={individualId} name={name} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
