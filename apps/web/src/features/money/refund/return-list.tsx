import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { deskMessages } from '../../../shared/case/desk-messages.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { BeginRefund } from './begin-refund.tsx'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import { ApplyForRefundDocument, MoneyToReturnDocument } from './refund.generated.ts'
import type { MoneyToReturnQuery } from './refund.generated.ts'

type Money = MoneyToReturnQuery['moneyToReturn'][number]

/** What reconciliation decided to return and nobody has begun to refund; nothing when there is none. */
export function ReturnList({ onBegun }: { onBegun: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const words = useMessages(deskMessages)
  const format = useFormat()
  const derive = useDerivation()
  const { data, refetch } = useQuery(MoneyToReturnDocument, { fetchPolicy: 'cache-and-network' })
  const [apply, { loading }] = useMutation(ApplyForRefundDocument)
  const [asked, setAsked] = useState<Money>()
  const [said, setSaid] = useState<{ number?: string; problems?: readonly Problem[]; failed?: boolean }>({})
  const waiting = data?.moneyToReturn ?? []
  const begin = async ({ id, paymentId }: Money, explanation: string, files: readonly string[]) => {
    const subject = paymentId ? { paymentId } : { itemId: id }
    try {
      const { data: answer } = await apply({
        variables: {
          input: { source: 'SUSPENSE', reason: 'RETURN_TO_PAYER', explanation, files: [...files], ...subject },
        },
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
    } finally {
      setAsked(undefined)
    }
  }
  return (
    <>
      {said.number ? <Notice tone="done">{t('begun', { number: said.number })}</Notice> : null}
      {said.failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <ProblemList problems={said.problems ?? []} />
      {asked ? (
        <BeginRefund
          money={asked}
          outlook={data?.refundOutlook}
          busy={loading}
          onBegin={(explanation, files) => void begin(asked, explanation, files)}
          onCancel={() => setAsked(undefined)}
        />
      ) : null}
      {waiting.length > 0 ? (
        <section className={desk.section}>
          <h2>{t('toReturn')}</h2>
          <PlainTable
            caption={t('toReturn')}
            columns={[words('request'), words('about'), { end: words('amount') }, { unseen: t('begin') }]}
          >
            {waiting.map((money) => (
              <tr key={money.id}>
                <th scope="row">
                  {money.reference}
                  <span className="sub">{format.date(money.day)}</span>
                </th>
                <td data-line>{t('payer', { account: money.payerMasked ?? '–' })}</td>
                <td data-align="end">
                  <DerivationPopover
                    fen={money.amount}
                    sign
                    explanation={derive({ reconciliationItem: { itemId: money.id, party: 'BANK' } }, 'ANEW')}
                  />
                </td>
                <td data-align="end">
                  {data?.refundOutlook.mayOpen ? (
                    <Button variant="default" size="compact-md" onClick={() => setAsked(money)}>
                      {t('begin')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </PlainTable>
        </section>
      ) : null}
    </>
  )
}
