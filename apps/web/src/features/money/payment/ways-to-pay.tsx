import { Button, SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/FloatingIndicator.css'
import '@mantine/core/styles/SegmentedControl.css'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { PayableBillFragment, PayingAgreementFragment } from './payment.generated.ts'
import style from './payment.module.css'
import { messages } from './messages.ts'
import { useDebit, usePayment } from './use-payment.ts'

const channels = ['E_BANK', 'AGREEMENT_DEBIT', 'BANK_TRANSFER'] as const
type Channel = (typeof channels)[number]

/** The three ways to pay a notice; one with an agreement in force opens on the debit. */
export function WaysToPay({
  bill,
  agreement,
}: {
  bill: PayableBillFragment
  agreement: PayingAgreementFragment | null
}) {
  const t = useMessages(messages)
  const [channel, setChannel] = useState<Channel>(agreement?.status === 'ACTIVE' ? 'AGREEMENT_DEBIT' : 'E_BANK')
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('howToPay')}
        data={channels.map((value) => ({ value, label: t(value) }))}
        value={channel}
        onChange={(value) => setChannel(channels.find((known) => known === value) ?? 'E_BANK')}
      />
      {channel === 'E_BANK' ? <ByEBank bill={bill} /> : null}
      {channel === 'AGREEMENT_DEBIT' ? <ByDebit bill={bill} agreement={agreement} /> : null}
      {channel === 'BANK_TRANSFER' ? <ByTransfer bill={bill} /> : null}
    </>
  )
}

function ByEBank({ bill }: { bill: PayableBillFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const { pay, busy, refusal } = usePayment(bill.id)
  return (
    <>
      <p>{t('eBankText')}</p>
      {refusal ? <Notice tone="refused">{refusal}</Notice> : null}
      <DutyButton duty="PAY" size="lg" onClick={() => setAsking(true)}>
        {t('pay')}
      </DutyButton>
      <ConfirmDialog
        opened={asking}
        title={t('confirmTitle')}
        consequence={t('confirmText', {
          amount: format.yuan(bill.total),
          people: bill.people,
          period: format.period(bill.period),
        })}
        verb={t('confirmVerb')}
        busy={busy}
        onConfirm={() => void pay().finally(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

function ByDebit({ bill, agreement }: { bill: PayableBillFragment; agreement: PayingAgreementFragment | null }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const { debit, busy, refusal } = useDebit(bill.id)
  if (agreement?.status !== 'ACTIVE')
    return (
      <>
        <p>{t(agreement ? 'debitPending' : 'debitNoAgreement')}</p>
        <Button size="lg" component={Link} to="/employer/bills/agreement">
          {t(agreement ? 'seeAgreement' : 'toAgreement')}
        </Button>
      </>
    )
  const account = agreement.accountMasked ?? ''
  const amount = format.yuan(bill.total)
  return (
    <>
      <p>{t('debitText', { account })}</p>
      <p>{bill.nextDebitOn ? t('debitOn', { date: format.date(bill.nextDebitOn) }) : t('debitNever')}</p>
      {refusal ? <Notice tone="refused">{refusal}</Notice> : null}
      <DutyButton duty="PAY" size="lg" onClick={() => setAsking(true)}>
        {t('debitNow')}
      </DutyButton>
      <Link to="/employer/bills/agreement">{t('seeAgreement')}</Link>
      <ConfirmDialog
        opened={asking}
        title={t('debitConfirmTitle')}
        consequence={t('debitConfirmText', { account, amount, period: format.period(bill.period) })}
        verb={t('debitConfirmVerb', { amount })}
        busy={busy}
        onConfirm={() => void debit().finally(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

function ByTransfer({ bill }: { bill: PayableBillFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <>
      <p>{t('transferText')}</p>
      <Facts
        facts={[
          [t('payeeName'), bill.payee.name],
          [t('payeeNumber'), bill.payee.number.replace(/(.{4})(?=.)/g, '$1 ')],
          [t('payeeBank'), bill.payee.bank],
          [t('amount'), format.yuan(bill.total)],
          [t('remittance'), <strong key="remittance">{bill.number}</strong>],
        ]}
      />
      <p className={style.note}>{t('transferWhen')}</p>
    </>
  )
}
