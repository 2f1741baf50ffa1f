import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { fieldName } from '@shebao/declaration-rules'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { InspectionDocument, WithdrawDeclarationDocument, type InspectionQuery } from './inspection.generated.ts'
import { isDraftStatus } from './inspection-status.ts'
import style from './inspection.module.css'
import { issuePath } from './issue-path.ts'
import { messages } from './messages.ts'

type Inspection = NonNullable<InspectionQuery['inspection']>

/** Where the declaration stands, and what can be done about it. */
export function InspectionBanner({ inspection }: { inspection: Inspection }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (inspection.status === 'RETURNED') return <Returned inspection={inspection} />
  if (isDraftStatus(inspection.status)) {
    if (inspection.window !== 'CLOSED') return null
    return (
      <div className={style.notice}>
        <Notice tone="refused">
          <strong>{t('closedTitle')}</strong>
          <p>{t('closedText', { date: format.date(inspection.dueOn) })}</p>
        </Notice>
      </div>
    )
  }
  const words = wordsOf(inspection)
  return (
    <div className={style.notice}>
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
        <Receipt inspection={inspection} />
        <div className={style.actions}>
          <Button component={Link} to="/employer/inspection/print">
            {t('openPrint')}
          </Button>
          {inspection.actions.includes('WITHDRAW') ? <Withdraw inspection={inspection} /> : null}
        </div>
      </Notice>
    </div>
  )
}

function wordsOf({ status }: Inspection) {
  if (status === 'SUBMITTED') return { title: 'submittedTitle', text: 'submittedText' } as const
  if (status === 'UNDER_REVIEW') return { title: 'underReviewTitle', text: 'underReviewText' } as const
  if (status === 'PAPER_FILED' || status === 'CLOSED') return { title: 'filedTitle', text: 'filedText' } as const
  return { title: 'approvedTitle', text: 'approvedText' } as const
}

export function Receipt({ inspection: { current } }: { inspection: Pick<Inspection, 'current'> }) {
  const t = useMessages(messages)
  if (!current) return null
  return (
    <dl className={style.receipt}>
      <dt>{t('formNo')}</dt>
      <dd className={style.code}>{current.formNo}</dd>
      <dt>{t('verifyCode')}</dt>
      <dd className={style.code}>{current.verifyCode}</dd>
      <dt>{t('contentHash')}</dt>
      <dd className={style.code}>{current.contentHash.slice(0, 16)}…</dd>
    </dl>
  )
}

function Returned({ inspection }: { inspection: Inspection }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <div className={style.notice}>
      <Notice tone="warning">
        <strong>{t('returnedTitle', { count: inspection.notes.length })}</strong>
        <p>{t('returnedText', { version: inspection.version + 1 })}</p>
        <ul className={style.noteList}>
          {inspection.notes.map(({ id, path, text }) => (
            <li key={id}>
              <Link to={issuePath({ path, field: path.replace(/^unit\./, '') })}>{noteName(path, language)}</Link>:{' '}
              {text}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function noteName(path: string, language: 'zh-CN' | 'en'): string {
  if (path.startsWith('unit.')) return fieldName(path.slice('unit.'.length), language)
  if (path.startsWith('comparison')) return fieldName('openDifferences', language)
  const field = /\.([A-Za-z.]+)$/.exec(path)?.[1]
  return field ? `${fieldName('list', language)} · ${fieldName(field, language)}` : fieldName('list', language)
}

function Withdraw({ inspection }: { inspection: Inspection }) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const [withdraw, { loading }] = useMutation(WithdrawDeclarationDocument, {
    refetchQueries: [InspectionDocument],
    awaitRefetchQueries: true,
  })
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        grave
        busy={loading}
        title={t('withdrawTitle')}
        verb={t('withdraw')}
        consequence={t('withdrawText', { version: inspection.version, formNo: inspection.current?.formNo ?? '' })}
        onConfirm={() => void withdraw({ variables: { id: inspection.id } }).finally(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
