import { fieldName, messageOf } from '@shebao/declaration-rules'
import { needsLooking, wordFileRemark, wordWorkbookKind } from '@shebao/roster'
import type { FileRemark } from '@shebao/roster'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import type { FileError } from './reading-summary.ts'
import type { Reading } from './roster-protocol.ts'
import sheet from './personnel.module.css'
import style from './file-remarks.module.css'

const LISTED = 200

/** What the file is, what of it was left out, and every row that should be compared with it. */
export function FileRemarks({ reading }: { reading: Reading }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { fileName, kind, encoding, remarks } = reading
  const words = wordWorkbookKind(kind, language)
  const ofFile = remarks.filter((remark) => !needsLooking(remark))
  const ofRows = remarks.filter(needsLooking)
  const said = (remark: FileRemark) => wordFileRemark(remark, language)
  return (
    <>
      <p className={sheet.soft}>
        {t('sourceOf', {
          file: fileName,
          kind: encoding === undefined ? words : t('sourceEncoding', { kind: words, encoding }),
        })}
      </p>
      {ofFile.length > 0 ? (
        <Notice tone="info">
          <div className={style.remarks}>
            {ofFile.slice(0, LISTED).map((remark) => (
              <p key={said(remark)}>{said(remark)}</p>
            ))}
          </div>
        </Notice>
      ) : null}
      {ofRows.length > 0 ? (
        <Notice tone="warning">
          <RowList
            title={t('remarksByRow', { count: ofRows.length })}
            rows={ofRows.slice(0, LISTED).map(said)}
            total={ofRows.length}
            open
          />
        </Notice>
      ) : null}
    </>
  )
}

/** What the rules remark without refusing it, row by row. */
export function FileHints({ hints }: { hints: readonly FileError[] }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  if (hints.length === 0) return null
  const rows = hints.slice(0, LISTED).map(({ row, issue }) =>
    t('hintRow', {
      row: String(row),
      field: fieldName(issue.field, language),
      text: messageOf(issue, language),
    }),
  )
  return <RowList title={t('hints', { count: hints.length })} rows={rows} total={hints.length} />
}

/** The rows that are nobody, with their text: nothing is dropped unseen. */
export function IgnoredRows({ ignored }: { ignored: Reading['ignored'] }) {
  const t = useMessages(messages)
  if (ignored.length === 0) return null
  const rows = ignored
    .slice(0, LISTED)
    .map(({ row, reason, text }) =>
      t('ignoredRow', { row: String(row), reason: t(`ignored${reason}`), text: text.slice(0, 120) }),
    )
  return <RowList title={t('ignoredRows', { count: ignored.length })} rows={rows} total={ignored.length} />
}

interface RowListProps {
  title: ReactNode
  rows: readonly string[]
  total: number
  open?: boolean
}

function RowList({ title, rows, total, open = false }: RowListProps) {
  const t = useMessages(messages)
  return (
    <details className={style.rows} open={open}>
      <summary>{title}</summary>
      <ul>
        {rows.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {total > rows.length ? <li>{t('moreRows', { count: total - rows.length })}</li> : null}
      </ul>
    </details>
  )
}
