import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { makeLetter } from '../../../shared/lib/make-letter.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Choices } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import style from './accounts.module.css'
import { UnopenedEmployersDocument } from './employer-accounts.generated.ts'
import type { UnopenedEmployersQuery } from './employer-accounts.generated.ts'
import { employerMessages } from './employer-messages.ts'
import { OneEmployer } from './one-employer.tsx'

type Listed = UnopenedEmployersQuery['unopenedEmployers']['edges'][number]['node']

/** As many letters as the office makes in one file. */
const lettersAtOnce = 50

interface Made {
  url: string
  count: number
}

/** First letters to employers that have no account yet, and letters for a lost password. */
export function EmployerAccountsPage() {
  const t = useMessages(employerMessages)
  const [withoutLetter, setWithoutLetter] = useState(true)
  const { data, error, refetch, fetchMore } = useQuery(UnopenedEmployersDocument, {
    variables: { withoutLetter },
    fetchPolicy: 'cache-and-network',
  })
  const [made, setMade] = useState<Made>()
  const [problem, setProblem] = useState<string>()
  const [making, setMaking] = useState(false)
  if (error && !data) throw error
  const page = data?.unopenedEmployers
  const shown = page?.edges.map(({ node }) => node) ?? []

  const make = async (employerIds: readonly string[]) => {
    setMaking(true)
    setMade(undefined)
    const letter = await makeLetter('/employer-accounts/letters', { employerIds })
    setMaking(false)
    if ('problem' in letter) return setProblem(t(letter.problem))
    setProblem(undefined)
    setMade({ url: letter.url, count: employerIds.length })
    await refetch().catch(() => undefined)
  }
  const next = shown.slice(0, lettersAtOnce)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      {made ? (
        <Notice tone="done">
          {t('made')}{' '}
          <a href={made.url} target="_blank" rel="noreferrer">
            {t('open', { count: made.count })}
          </a>
        </Notice>
      ) : null}
      <OneEmployer making={making} onMake={(id) => make([id])} />
      <Choices
        label={t('title')}
        chosen={withoutLetter ? 'waiting' : 'all'}
        options={(['waiting', 'all'] as const).map((id) => ({ id, text: t(id) }))}
        onChoose={(id) => setWithoutLetter(id === 'waiting')}
      />
      {!page ? <Skeleton lines={6} /> : null}
      {page && shown.length === 0 ? <EmptyState title={t(withoutLetter ? 'nobodyWithout' : 'nobody')} /> : null}
      {next.length > 0 && withoutLetter ? (
        <div className={style.deeds}>
          <Button loading={making} onClick={() => void make(next.map(({ id }) => id))}>
            {t('makeMany', { count: next.length })}
          </Button>
        </div>
      ) : null}
      {shown.length > 0 ? (
        <PlainTable
          caption={t('title')}
          columns={[t('registrationNo'), t('name'), t('letter'), { unseen: t('makeOne') }]}
        >
          {shown.map((employer) => (
            <EmployerRow key={employer.id} employer={employer} making={making} onMake={() => make([employer.id])} />
          ))}
        </PlainTable>
      ) : null}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore} />
    </>
  )
}

interface EmployerRowProps {
  employer: Listed
  making: boolean
  onMake: () => Promise<void>
}

function EmployerRow({ employer, making, onMake }: EmployerRowProps) {
  const t = useMessages(employerMessages)
  const format = useFormat()
  const { registrationNo, name, openUntil } = employer
  return (
    <tr>
      <th scope="row">{registrationNo}</th>
      <td data-label={t('name')}>{name}</td>
      <td data-label={t('letter')}>{openUntil ? t('until', { until: format.instant(openUntil) }) : t('none')}</td>
      <td data-label="">
        <Button
          variant="default"
          disabled={making}
          aria-label={`${t('makeOne')} ${name}`}
          onClick={() => void onMake()}
        >
          {t('makeOne')}
        </Button>
      </td>
    </tr>
  )
}
