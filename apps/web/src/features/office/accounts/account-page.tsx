import { roleWords } from '@shebao/kernel/staff-role-words'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { AccountDeeds } from './account-deeds.tsx'
import { AccountHistory } from './account-history.tsx'
import { stateTones } from './account-words.ts'
import { StaffAccountDocument } from './accounts.generated.ts'
import type { StaffAccountFactsFragment } from './accounts.generated.ts'
import { GivenLink, type Link as MadeLink } from './given-link.tsx'
import { messages } from './messages.ts'

/** One account: what it is, what can be done to it, and what was done. */
export function StaffAccountPage() {
  const t = useMessages(messages)
  const { id = '' } = useParams()
  const { data, error, refetch, fetchMore } = useQuery(StaffAccountDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  const [link, setLink] = useState<MadeLink>()
  if (error && !data) throw error
  const account = data?.staffAccount
  if (!account) return <Skeleton lines={6} />
  return (
    <>
      <PageHeader
        title={account.displayName}
        lead={account.staffNo}
        above={<Link to="/staff/accounts">{t('backToList')}</Link>}
      />
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {link ? <GivenLink link={link} onKept={() => setLink(undefined)} /> : null}
      <AccountFacts account={account} />
      {account.mine ? (
        <Notice tone="info">{t('own')}</Notice>
      ) : (
        <AccountDeeds
          account={account}
          onDone={async (text, made) => {
            setSaid(text)
            setLink(made)
            // What fails here is said by the query itself.
            await refetch().catch(() => undefined)
          }}
        />
      )}
      <AccountHistory history={account.history} fetchMore={fetchMore} />
    </>
  )
}

function AccountFacts({ account }: { account: StaffAccountFactsFragment }) {
  const t = useMessages(messages)
  const roleWord = useMessages(roleWords)
  const format = useFormat()
  const { state, roles, secondFactor, lastSignInAt, openLinkUntil } = account
  const days = ({ role, from, to }: (typeof roles)[number]) =>
    to === null
      ? t('roleDays', { role: roleWord(role), from: format.date(from) })
      : t('roleDaysTo', { role: roleWord(role), from: format.date(from), to: format.date(to) })
  return (
    <Facts
      facts={[
        [
          t('state'),
          <StatusBadge key="state" tone={stateTones[state]}>
            {t(`state${state}`)}
          </StatusBadge>,
        ],
        [
          t('roles'),
          roles.length === 0 ? '—' : roles.map((held) => <div key={`${held.role} ${held.from}`}>{days(held)}</div>),
        ],
        [t('secondFactor'), t(secondFactor ? 'enrolled' : 'notEnrolled')],
        [t('lastSignIn'), lastSignInAt ? format.instant(lastSignInAt) : t('never')],
        [t('link'), openLinkUntil ? t('openLink', { until: format.instant(openLinkUntil) }) : t('noLink')],
      ]}
    />
  )
}
