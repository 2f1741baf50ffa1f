import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { MonthlyHeadFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'
import { ReturnNotes } from './return-notes.tsx'
import { StepButton } from './step-button.tsx'

interface BannerProps {
  declaration: MonthlyHeadFragment
  renew: () => Promise<unknown>
}

/** Where the declaration stands, its receipt, and what can be done about it. */
export function DeclarationBanner({ declaration, renew }: BannerProps) {
  const t = useMessages(declarationMessages)
  const format = useFormat()
  const { state, version, submittedAt, receipt, counts, editable, notes } = declaration
  if (editable) {
    if (state === 'ASSESSED')
      return (
        <Notice tone="warning">
          <strong>{t('assessedTitle')}</strong>
          <p>{t('assessedText')}</p>
        </Notice>
      )
    return notes.length > 0 ? <ReturnNotes declaration={declaration} renew={renew} /> : null
  }
  const { title, text, tone } = wordsOf(state)
  return (
    <Notice tone={tone}>
      <strong>{t(title)}</strong>
      <p>
        {t(text, {
          version: String(version),
          time: submittedAt ? format.instant(submittedAt) : '',
          count: counts.changes,
        })}
      </p>
      {receipt ? (
        <Facts
          facts={[
            [t('formNo'), receipt.formNo],
            ...(receipt.verifyCode === null ? [] : ([[t('verifyCode'), receipt.verifyCode]] as const)),
          ]}
        />
      ) : null}
      <div className={style.actions}>
        {receipt && state !== 'CANCELLED' ? (
          <Button component={Link} to={`/employer/monthly/${declaration.id}/print`} variant="default">
            {t('print')}
          </Button>
        ) : null}
        {billed.some((one) => one === state) ? (
          <Button component={Link} to="/employer/bills" variant="default">
            {t('toBills')}
          </Button>
        ) : null}
        {declaration.actions.includes('WITHDRAW') ? (
          <StepButton event="WITHDRAW" declaration={declaration} renew={renew} />
        ) : null}
      </div>
    </Notice>
  )
}

const billed = ['NOTICED', 'PARTIALLY_PAID', 'PAID', 'OVERDUE'] as const

function wordsOf(state: MonthlyHeadFragment['state']) {
  if (state === 'SUBMITTED') return { title: 'submittedTitle', text: 'submittedText', tone: 'info' } as const
  if (state === 'UNDER_REVIEW') return { title: 'reviewTitle', text: 'reviewText', tone: 'info' } as const
  if (state === 'CANCELLED') return { title: 'cancelledTitle', text: 'cancelledText', tone: 'info' } as const
  if (state === 'APPROVED') return { title: 'approvedTitle', text: 'approvedText', tone: 'done' } as const
  return { title: 'approvedTitle', text: 'billedText', tone: 'done' } as const
}
