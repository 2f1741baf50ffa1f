import { Button } from '@mantine/core'
import { Link, useLocation } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { hitPath, looksLikePersonNumber } from './hit-path.ts'
import type { Hit } from './hit-path.ts'
import { messages } from './messages.ts'
import { PersonSearch } from './person-search.tsx'
import style from './search-page.module.css'
import { FindNumberDocument } from './search.generated.ts'

/**
 * What carries a number. The number stands in the state of the visit and not in the address: it may be somebody's ID number,
 * and addresses are written down in many places.
 */
export function SearchPage() {
  const t = useMessages(messages)
  const { state, key } = useLocation()
  const number = numberOf(state)
  return (
    <>
      <PageHeader title={t('title')} lead={number ? t('results', { number }) : t('lead')} />
      {number ? <Results key={`${key} ${number}`} number={number} /> : <p>{t('ask')}</p>}
    </>
  )
}

function numberOf(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('number' in state)) return ''
  return typeof state.number === 'string' ? state.number : ''
}

function Results({ number }: { number: string }) {
  const t = useMessages(messages)
  const mayFindPerson = holdsAny(useViewer().roles, caseworkers)
  const { data, error, refetch } = useQuery(FindNumberDocument, { variables: { number }, fetchPolicy: 'network-only' })
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
  if (!data) return <Skeleton lines={4} />
  const hits = data.findNumber
  const person = hits.length === 0 || looksLikePersonNumber(number)
  return (
    <div className={style.results}>
      {hits.length > 0 ? (
        <Hits hits={hits} />
      ) : looksLikePersonNumber(number) ? null : (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      )}
      {person ? (
        mayFindPerson ? (
          <PersonSearch number={number} atOnce={looksLikePersonNumber(number)} />
        ) : (
          <p>{t('personNotYours')}</p>
        )
      ) : null}
    </div>
  )
}

function Hits({ hits }: { hits: readonly Hit[] }) {
  const t = useMessages(messages)
  return (
    <PlainTable
      caption={t('title')}
      columns={[t('what'), t('number'), t('unit'), t('concerning'), { end: t('amount') }]}
      keys={t('keys')}
    >
      {hits.map((hit) => (
        <tr key={`${hit.kind} ${hit.id}`}>
          <th scope="row">
            <Link to={hitPath(hit)} data-row>
              {t(`kind${hit.kind}`)}
            </Link>
          </th>
          <td data-label={t('number')} data-whole>
            {hit.number}
          </td>
          <td data-label={t('unit')}>{hit.employerName ?? '—'}</td>
          <td data-label={t('concerning')}>
            <Concerning hit={hit} />
          </td>
          <td data-align="end" data-label={t('amount')}>
            {hit.amount === null ? '—' : <MoneyText fen={hit.amount} />}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}

const papers = [
  'ANNUAL_INSPECTION_FORM',
  'MONTHLY_DECLARATION_FORM',
  'PAYMENT_NOTICE',
  'PAYMENT_VOUCHER',
  'PAYMENT_RECEIPT',
  'UNIT_CERTIFICATE',
  'PERSONAL_CERTIFICATE',
  'RIGHTS_STATEMENT',
  'TRANSFER_VOUCHER',
  'TRANSFER_ACCEPTANCE',
  'QUESTION_TRANSFER',
  'ENFORCEMENT_PAPER',
] as const
const sources = ['BANK', 'TREASURY'] as const

/** A year, month or day, the kind of a document, or whose statement it is. */
function Concerning({ hit: { concerning, id, kind } }: { hit: Hit }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (concerning === null) return '—'
  const paper = papers.find((known) => known === concerning)
  if (paper) return t(`paper${paper}`)
  const source = sources.find((known) => known === concerning)
  if (source) return `${t(`source${source}`)} · ${format.date(id)}`
  if (kind === 'PAYMENT') return format.date(concerning)
  return concerning.length === 7 ? format.period(concerning) : concerning
}
