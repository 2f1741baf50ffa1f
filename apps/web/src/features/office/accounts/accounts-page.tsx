import { roleWords } from '@shebao/kernel/staff-role-words'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Choices } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { stateTones } from './account-words.ts'
import { StaffAccountsDocument } from './accounts.generated.ts'
import type { StaffAccountsQuery } from './accounts.generated.ts'
import { messages } from './messages.ts'

type Listed = StaffAccountsQuery['staffAccounts']['edges'][number]['node']

/** Who works in the office and signs in. */
export function AccountsPage() {
  const t = useMessages(messages)
  const [ended, setEnded] = useState(false)
  const { data, error, fetchMore } = useQuery(StaffAccountsDocument, {
    variables: { ended },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const page = data?.staffAccounts
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        next={
          <Button component={Link} to="/staff/accounts/new">
            {t('add')}
          </Button>
        }
      />
      <Choices
        label={t('title')}
        chosen={ended ? 'ended' : 'current'}
        options={(['current', 'ended'] as const).map((id) => ({ id, text: t(id) }))}
        onChoose={(id) => setEnded(id === 'ended')}
      />
      {!page ? <Skeleton lines={6} /> : null}
      {page?.edges.length === 0 ? <EmptyState title={t('nobody')} /> : null}
      {page && page.edges.length > 0 ? (
        <PlainTable
          caption={t('title')}
          columns={(['staffNo', 'name', 'roles', 'state', 'secondFactor', 'lastSignIn'] as const).map((one) => t(one))}
        >
          {page.edges.map(({ node }) => (
            <AccountRow key={node.id} account={node} />
          ))}
        </PlainTable>
      ) : null}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore} />
    </>
  )
}

function AccountRow({ account }: { account: Listed }) {
  const t = useMessages(messages)
  const roleWord = useMessages(roleWords)
  const format = useFormat()
  const { id, staffNo, displayName, roles, state, mine, secondFactor, lastSignInAt } = account
  return (
    <tr>
      <th scope="row" data-whole>
        <Link to={`/staff/accounts/${id}`}>{staffNo}</Link>
      </th>
      <td data-label={t('name')}>
        {displayName}
        {mine ? <span className="sub">{t('mine')}</span> : null}
      </td>
      <td data-label={t('roles')}>{roles.map(({ role }) => roleWord(role)).join(' · ') || '—'}</td>
      <td data-label={t('state')}>
        <StatusBadge tone={stateTones[state]}>{t(`state${state}`)}</StatusBadge>
      </td>
      <td data-label={t('secondFactor')}>{t(secondFactor ? 'enrolled' : 'notEnrolled')}</td>
      <td data-label={t('lastSignIn')}>{lastSignInAt ? format.instant(lastSignInAt) : t('never')}</td>
    </tr>
  )
}
