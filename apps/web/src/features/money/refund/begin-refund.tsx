import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { OutlookFragment } from '../../../shared/case/procedure.generated.ts'
import { FilesInput, idsOf, useFilesCheck } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { messages } from './messages.ts'
import type { MoneyToReturnQuery } from './refund.generated.ts'

interface BeginRefundProps {
  money: MoneyToReturnQuery['moneyToReturn'][number]
  outlook: OutlookFragment | undefined
  busy: boolean
  onBegin: (explanation: string, files: readonly string[]) => void
  onCancel: () => void
}

/** The first step of a refund that the office begins: how much goes back to whom, on which finding, and once more whether. */
export function BeginRefund({ money, outlook, busy, onBegin, onCancel }: BeginRefundProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [explanation, setExplanation] = useState('')
  const [wrong, setWrong] = useState(false)
  const [files, setFiles] = useState<readonly GivenFile[]>([])
  const filesWrong = useFilesCheck()(files)
  const amount = format.yuan(money.amount)
  const confirm = () =>
    isText(explanation) && filesWrong === undefined ? onBegin(explanation.trim(), idsOf(files)) : setWrong(true)
  return (
    <ConfirmDialog
      opened
      title={t('beginTitle', { amount })}
      verb={t('beginDo', { amount })}
      busy={busy}
      onConfirm={confirm}
      onCancel={onCancel}
      consequence={
        <>
          <OutlookNotice outlook={outlook} />
          <Facts
            facts={[
              [t('beginAmount'), <MoneyText key="amount" fen={money.amount} sign />],
              [t('beginTo'), money.payerMasked ?? '–'],
              [t('beginLine'), `${money.reference} · ${format.date(money.day)}`],
              [t('beginReason'), t('RETURN_TO_PAYER')],
            ]}
          />
          <Textarea
            my="md"
            label={t('beginWhy')}
            description={t('beginWhyHint')}
            value={explanation}
            onChange={(event) => setExplanation(event.currentTarget.value)}
            error={wrong && !isText(explanation) ? t('beginWhyHint') : undefined}
            maxLength={500}
            rows={3}
          />
          <FilesInput
            label={t('files')}
            hint={t('filesHint')}
            error={wrong ? filesWrong : undefined}
            onFiles={setFiles}
          />
          <p>{t('beginText')}</p>
        </>
      }
    />
  )
}
