import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { formMessages } from './form-messages.ts'
import { messages } from './messages.ts'
import { TransferState } from './state-badge.tsx'
import { MyTransfersDocument } from './transfer.generated.ts'
import style from './transfer.module.css'

/** The person's transfers, and the two ways to begin one; out only once the insurance here has ended. */
export function OwnTransfersPage() {
  const t = useMessages(formMessages)
  const words = useMessages(messages)
  const format = useFormat()
  const { data, error } = useQuery(MyTransfersDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const insured = data.me.stillInsured
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} above={<Link to="/me/record">{t('record')}</Link>} />
      <div className={style.ways}>
        <Button component={Link} to="/me/transfers/in">
          {t('inTitle')}
        </Button>
        {insured ? null : (
          <Button component={Link} to="/me/transfers/out" variant="default">
            {t('outTitle')}
          </Button>
        )}
      </div>
      {insured ? <p className={style.next}>{t('stillInsured')}</p> : null}
      {data.myRelationTransfers.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className={style.list}>
          {data.myRelationTransfers.map(({ id, number, direction, state, agency, appliedAt }) => (
            <li key={id}>
              <Link to={`/me/transfers/${id}`}>
                <span className={style.line}>
                  <span>
                    {words(direction)} · {agency}
                  </span>
                  <TransferState state={state} />
                </span>
                <span className={style.soft}>
                  {number} · {format.instant(appliedAt)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
