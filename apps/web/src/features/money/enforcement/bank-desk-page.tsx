import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BankAnswer } from './bank-answer.tsx'
import type { BankRequest } from './bank-request.ts'
import { bankWords } from './bank-words.ts'
import style from './enforcement.module.css'
import { BankRequestsDocument } from './enforcement.generated.ts'

/** A bank’s desk: what it is asked under SIL 63, each with one form. */
export function BankDeskPage() {
  const t = useMessages(bankWords)
  const [open, setOpen] = useState<string>()
  const [done, setDone] = useState(false)
  const { data, error, refetch, fetchMore } = useQuery(BankRequestsDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const { edges, pageInfo } = data.bankRequests
  const onDone = async () => {
    setOpen(undefined)
    setDone(true)
    await refetch()
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} above={<Link to="/partner">{t('toCards')}</Link>} />
      {done ? <Notice tone="done">{t('done')}</Notice> : null}
      {edges.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      <ul className={style.list} aria-label={t('list')}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <RequestLine request={node} />
            <Button
              variant="default"
              aria-expanded={open === node.id}
              onClick={() => {
                setDone(false)
                setOpen(open === node.id ? undefined : node.id)
              }}
            >
              {t(open === node.id ? 'close' : 'answer')}
            </Button>
            {open === node.id ? (
              <div className={style.answer}>
                <BankAnswer request={node} onDone={onDone} renew={refetch} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </>
  )
}

function RequestLine({ request }: { request: BankRequest }) {
  const t = useMessages(bankWords)
  const format = useFormat()
  const { kind, unitName, number, creditCode, receivedAt, path, account, amount, drawn, named } = request
  return (
    <span>
      <strong>{t(kind)}</strong> · {unitName}
      {amount === null ? null : <> · {t('upTo', { amount: format.yuan(amount) })}</>}
      {account === null ? null : <> · {t('fromAccount', { account })}</>}
      <span className="sub">
        {t('received', { number, code: creditCode, time: format.instant(receivedAt) })} ·{' '}
        <a href={path} target="_blank" rel="noreferrer">
          {t('letter')}
        </a>
      </span>
      {kind === 'INQUIRY' && named.length > 0 ? (
        <span className="sub">{t('named', { accounts: named.join(' ') })}</span>
      ) : null}
      {kind === 'ALLOCATION' && drawn > 0 ? (
        <span className="sub">{t('drawn', { amount: format.yuan(drawn) })}</span>
      ) : null}
    </span>
  )
}
