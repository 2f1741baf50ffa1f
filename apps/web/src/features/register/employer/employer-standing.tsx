import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { eventWords, isWorded } from '../../../shared/case/enforcement-words.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { AsKnownBanner, AsKnownForm, useAsKnownOn } from '../../../shared/ui/as-known-on.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import {
  EmployerDocumentsDocument,
  EmployerStandingDocument,
  EmployerTimelineDocument,
} from './employer-standing.generated.ts'
import type { EmployerTimelineQuery } from './employer-standing.generated.ts'
import { documentWords, standingMessages, stepNames } from './standing-messages.ts'

/** What the unit owes, since when, and who is insured there: the first things anybody asks. */
export function EmployerStanding({ id }: { id: string }) {
  const t = useMessages(standingMessages)
  const format = useFormat()
  const { data, error } = useQuery(EmployerStandingDocument, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={5} />
  const { employerLine: line, registeredUnit: unit } = data
  if (!line) return null
  const late = t('overdueSince', { notices: line.overdueNotices, days: line.overdueDays })
  const filed = line.lastFiledAt ? format.instant(line.lastFiledAt) : ''
  return (
    <Facts
      facts={[
        [t('owed'), <MoneyText key="owed" fen={line.owed} sign />],
        [t('overdue'), line.overdue > 0 ? `${format.yuan(line.overdue)} · ${late}` : t('nothingOverdue')],
        [t('credit'), format.yuan(unit?.balance.credit ?? 0)],
        [t('insured'), format.count(line.insured)],
        [
          t('lastFiled'),
          line.lastFiledYear === null
            ? t('never')
            : t('lastFiledOn', { year: String(line.lastFiledYear), time: filed }),
        ],
      ]}
    />
  )
}

type Event = EmployerTimelineQuery['employerTimeline']['edges'][number]['node']

/** Every step of every case of the unit, newest first, until now or until a past day. */
export function EmployerTimeline({ id }: { id: string }) {
  const t = useMessages(standingMessages)
  const asKnownOn = useAsKnownOn()
  return (
    <>
      <AsKnownForm />
      <AsKnownBanner>
        <Link to={`/staff/employers/${id}/register?known=${asKnownOn ?? ''}`}>{t('registerThen')}</Link>
      </AsKnownBanner>
      <Steps key={asKnownOn} id={id} asKnownOn={asKnownOn} />
    </>
  )
}

function Steps({ id, asKnownOn }: { id: string; asKnownOn: string | null }) {
  const t = useMessages(standingMessages)
  const { data, error, fetchMore } = useQuery(EmployerTimelineDocument, {
    variables: { id, asKnownOn, after: null },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={5} />
  const { edges, pageInfo } = data.employerTimeline
  if (edges.length === 0) return <p>{t('noTimeline')}</p>
  return (
    <>
      <ol>
        {edges.map(({ node }) => (
          <Step key={node.id} event={node} />
        ))}
      </ol>
      <ShowMore page={pageInfo} fetchMore={fetchMore}>
        {t('more')}
      </ShowMore>
    </>
  )
}

const kinds = ['SYSTEM', 'EMPLOYER', 'STAFF', 'INSURED'] as const

function Step({ event }: { event: Event }) {
  const t = useMessages(standingMessages)
  const name = useMessages(stepNames)
  const format = useFormat()
  const enforced = useMessages(eventWords)
  const word = (key: string) => (isNamed(key) ? name(key) : key)
  const kind = kinds.find((known) => known === event.actorKind)
  const path = pathOf(event)
  const about = `${word(event.lifecycle)} ${event.number}`
  return (
    <li>
      {path ? <Link to={path}>{about}</Link> : about} ·{' '}
      {event.lifecycle === 'enforcement' && isWorded(event.event)
        ? enforced(event.event)
        : word(`${event.lifecycle} ${event.event}`)}
      <span className="sub">
        {format.instant(event.at)} · {event.actorName ?? (kind ? t(kind) : event.actorKind)}
      </span>
    </li>
  )
}

function isNamed(key: string): key is keyof typeof stepNames.zh {
  return Object.hasOwn(stepNames.zh, key)
}

function pathOf({ lifecycle, caseId, event }: Event): string | undefined {
  // A declaration that was only opened is its employer's own business.
  if (lifecycle === 'annual-declaration') return event === 'OPEN' ? undefined : `/staff/declarations/${caseId}`
  if (lifecycle === 'monthly-declaration') return event === 'OPEN' ? undefined : `/staff/monthly/${caseId}`
  if (lifecycle === 'refund') return `/staff/refunds/${caseId}`
  if (lifecycle === 'back-payment') return `/staff/back-payments/${caseId}`
  if (lifecycle === 'enforcement') return `/staff/enforcement/${caseId}`
  if (lifecycle === 'deemed-assessment') return '/staff/undeclared'
  return lifecycle === 'write-off' ? '/staff/write-offs' : undefined
}

/** What the office issued about the unit; each number leads to what its code says. */
export function EmployerDocuments({ id }: { id: string }) {
  const t = useMessages(standingMessages)
  const name = useMessages(documentWords)
  const format = useFormat()
  const { data, error } = useQuery(EmployerDocumentsDocument, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={3} />
  const documents = data.employerDocuments
  if (documents.length === 0) return <p>{t('noDocuments')}</p>
  const word = (kind: string) => (isDocument(kind) ? name(kind) : kind)
  return (
    <PlainTable caption={t('documents')} columns={[t('documents'), { unseen: t('timeline') }]}>
      {documents.map((document) => (
        <tr key={document.verifyCode}>
          <th scope="row">
            <Link to={`/verify/${document.verifyCode}`}>{document.number}</Link>
            <span className="sub">
              {word(document.kind)}
              {document.withdrawn ? ` · ${t('withdrawn')}` : ''}
            </span>
          </th>
          <td>{format.instant(document.createdAt)}</td>
        </tr>
      ))}
    </PlainTable>
  )
}

function isDocument(kind: string): kind is keyof typeof documentWords.zh {
  return Object.hasOwn(documentWords.zh, kind)
}
