import { useMutation, useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { useViewer } from '../../shared/lib/viewer-context.tsx'
import { MoneyText } from '../../shared/ui/money-text.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import { ApplyForRefundDocument, MoneyToReturnDocument } from './refund.generated.ts'
import type { MoneyToReturnQuery } from './refund.generated.ts'
import style from './refund.module.css'

type Money = MoneyToReturnQuery['moneyToReturn'][number]
const mayBegin = ['OFFICER', 'REVIEWER', 'HEAD']

/** What reconciliation decided to return and nobody has begun to refund; nothing when there is none. */
export function ReturnList({ onBegun }: { onBegun: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, refetch } = useQuery(MoneyToReturnDocument, { fetchPolicy: 'cache-and-network' })
  const [apply, { loading }] = useMutation(ApplyForRefundDocument)
  const [said, setSaid] = useState<{ number?: string; problems?: readonly Problem[]; failed?: boolean }>({})
  const may = useViewer().roles.some((role) => mayBegin.includes(role))
  const waiting = data?.moneyToReturn ?? []
  const begin = async ({ id, paymentId, day, reference }: Money) => {
    const subject = paymentId ? { paymentId } : { itemId: id }
    const explanation = t('returnText', { day: format.date(day), reference })
    try {
      const { data: answer } = await apply({
        variables: { input: { source: 'SUSPENSE', reason: 'RETURN_TO_PAYER', explanation, ...subject } },
      })
      const outcome = answer?.applyForRefund
      setSaid(
        outcome?.__typename === 'RefundStepTaken'
          ? { number: outcome.refund.number }
          : { problems: outcome?.problems ?? [] },
      )
      await Promise.all([refetch(), onBegun()])
    } catch {
      setSaid({ failed: true })
    }
  }
  return (
    <>
      {said.number ? <Notice tone="done">{t('begun', { number: said.number })}</Notice> : null}
      {said.failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <ProblemList problems={said.problems ?? []} />
      {waiting.length > 0 ? (
        <section className={style.section}>
          <h2>{t('toReturn')}</h2>
          <ul className={style.queue}>
            {waiting.map((money) => (
              <li key={money.id}>
                <span>
                  {money.reference} · {format.date(money.day)}
                </span>
                <span className={style.soft}>{t('payer', { account: money.payerMasked ?? '–' })}</span>
                <MoneyText fen={money.amount} sign />
                <span className={style.end}>
                  {may ? (
                    <Button variant="default" size="compact-md" loading={loading} onClick={() => void begin(money)}>
                      {t('begin')}
                    </Button>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
