import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { NoteList } from '../note/index.ts'
import { InspectionDocument, WithdrawDeclarationDocument } from './inspection.generated.ts'
import { InspectionBannerFragmentDoc } from './inspection-banner.generated.ts'
import type { InspectionBannerFragment } from './inspection-banner.generated.ts'
import { InspectionReceipt } from './inspection-receipt.tsx'
import { isDraftStatus } from './inspection-status.ts'
import sheet from './inspection.module.css'
import style from './inspection-banner.module.css'
import { messages } from './messages.ts'

const StaleNotice = later(async () => (await import('../../../shared/case/stale-notice.tsx')).StaleNotice)
const ConfirmDialog = later(async () => (await import('../../../shared/ui/confirm-dialog.tsx')).ConfirmDialog)

/** Where the declaration stands, and what can be done about it. */
export function InspectionBanner(props: { inspection: FragmentType<InspectionBannerFragment> }) {
  const inspection = useOwnFields(InspectionBannerFragmentDoc, props.inspection, 'InspectionBanner')
  const t = useMessages(messages)
  const format = useFormat()
  if (inspection.status === 'RETURNED') return <Returned inspection={inspection} />
  if (isDraftStatus(inspection.status)) {
    if (!inspection.overdue) return inspection.notes.length > 0 ? <Returned inspection={inspection} /> : null
    return (
      <div className={sheet.notice}>
        <Notice tone="warning">
          <strong>{t('overdueTitle')}</strong>
          <p>{t('overdueText')}</p>
        </Notice>
      </div>
    )
  }
  const words = wordsOf(inspection)
  return (
    <div className={sheet.notice}>
      <Notice tone={inspection.status === 'SUBMITTED' || inspection.status === 'UNDER_REVIEW' ? 'info' : 'done'}>
        <strong>{t(words.title)}</strong>
        <p>
          {t(words.text, {
            version: inspection.version,
            people: inspection.people,
            year: String(inspection.year),
            time: inspection.submittedAt ? format.instant(inspection.submittedAt) : '',
            date: inspection.paperDueOn ? format.date(inspection.paperDueOn) : '',
          })}
        </p>
        {inspection.overdue ? <p>{t('handedInLate', { date: format.date(inspection.dueOn) })}</p> : null}
        <InspectionReceipt inspection={inspection} />
        <div className={sheet.actions}>
          <Button component={Link} to="/employer/inspection/print">
            {t('openPrint')}
          </Button>
          {inspection.actions.includes('WITHDRAW') ? <Withdraw inspection={inspection} /> : null}
        </div>
      </Notice>
    </div>
  )
}

function wordsOf({ status }: InspectionBannerFragment) {
  if (status === 'SUBMITTED') return { title: 'submittedTitle', text: 'submittedText' } as const
  if (status === 'UNDER_REVIEW') return { title: 'underReviewTitle', text: 'underReviewText' } as const
  if (status === 'PAPER_FILED' || status === 'CLOSED') return { title: 'filedTitle', text: 'filedText' } as const
  return { title: 'approvedTitle', text: 'approvedText' } as const
}

/** What came back: the office's notes, each as a task. They also stand when what was submitted since was taken back. */
function Returned({ inspection }: { inspection: InspectionBannerFragment }) {
  const t = useMessages(messages)
  return (
    <div className={sheet.notice}>
      {inspection.status === 'RETURNED' ? (
        <div className={style.returned}>
          <Notice tone="warning">
            <strong>{t('returnedTitle', { count: inspection.notes.length })}</strong>
            <p>{t('returnedText', { version: inspection.version + 1 })}</p>
          </Notice>
        </div>
      ) : null}
      <NoteList declaration={inspection} />
    </div>
  )
}

function Withdraw({ inspection }: { inspection: InspectionBannerFragment }) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const [withdraw, { loading, client }] = useMutation(WithdrawDeclarationDocument, {
    refetchQueries: [InspectionDocument],
    awaitRefetchQueries: true,
  })
  const carryOut = async () => {
    try {
      const { data } = await withdraw({ variables: { id: inspection.id, decidedOn: inspection.mark } })
      const outcome = data?.withdrawDeclaration
      setStale(outcome?.__typename === 'StaleDecision' ? outcome : undefined)
    } finally {
      setAsking(false)
    }
  }
  return (
    <>
      <Suspense>
        {stale ? (
          <StaleNotice
            stale={stale}
            onShow={() => client.refetchQueries({ include: [InspectionDocument] }).then(() => setStale(undefined))}
          />
        ) : null}
      </Suspense>
      <DutyButton duty="SUBMIT" variant="default" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </DutyButton>
      <Suspense>
        <ConfirmDialog
          opened={asking}
          grave
          busy={loading}
          title={t('withdrawTitle')}
          verb={t('withdraw')}
          consequence={t('withdrawText', { version: inspection.version, formNo: inspection.current?.formNo ?? '' })}
          onConfirm={() => void carryOut().catch(() => undefined)}
          onCancel={() => setAsking(false)}
        />
      </Suspense>
    </>
  )
}
