import { roleWords } from '@shebao/kernel/staff-role-words'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { staffRoles, type StaffRole } from '../../../shared/lib/staff-role.ts'
import { ShowMore, type FetchPage } from '../../../shared/ui/show-more.tsx'
import { Timeline } from '../../../shared/ui/timeline.tsx'
import { actionWords } from '../audit/index.ts'
import type { StaffAccountQuery } from './accounts.generated.ts'
import style from './accounts.module.css'
import { messages } from './messages.ts'

type History = StaffAccountQuery['staffAccount']['history']

/** What happened to the account, newest first, out of the audit trail. */
export function AccountHistory({ history, fetchMore }: { history: History; fetchMore: FetchPage }) {
  const t = useMessages(messages)
  const words = useMessages(actionWords)
  const roleWord = useMessages(roleWords)
  const { edges, pageInfo } = history
  return (
    <section className={style.section}>
      <h2>{t('history')}</h2>
      <Timeline
        label={t('history')}
        entries={edges.map(({ node }) => ({
          id: node.id,
          title: node.action === null ? '—' : words(node.action),
          at: node.at,
          phase: 'past',
          detail: [
            node.byName ?? t(node.bySelf ? 'bySelf' : 'byNobody'),
            ...(node.reason === null ? [] : [node.reason]),
            ...(node.roles.length > 0 ? [t('given', { roles: inWords(node.roles, roleWord) })] : []),
            ...(node.ended.length > 0 ? [t('taken', { roles: inWords(node.ended, roleWord) })] : []),
          ].join(' · '),
        }))}
      />
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </section>
  )
}

/** As the trail keeps them: role, first day, last day. */
function inWords(roles: readonly string[], t: (key: StaffRole) => string): string {
  return roles
    .map((written) => {
      const [code = '', days = ''] = written.split(' ')
      const key = staffRoles.find((one) => one === code)
      return `${key ? t(key) : code} ${days.replace(/\/$/, '')}`.trim()
    })
    .join(' · ')
}
