import { fieldName, messageOf } from '@shebao/declaration-rules'
import { wordFileRemark, wordWorkbookKind } from '@shebao/roster'
import type { FileRemark } from '@shebao/roster'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './later-messages.ts'
import type { FileError, Listed } from './reading-summary.ts'
import type { Reading } from './roster-protocol.ts'
import sheet from './personnel.module.css'
import style from './file-remarks.module.css'

/** What the file is, what of it was left out, and every row that should be compared with it. */
export function FileRemarks({ reading }: { reading: Reading }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { fileName, kind, encoding, remarks, rowRemarks } = reading
  const words = wordWorkbookKind(kind, language)
  const said = (remark: FileRemark) => wordFileRemark(remark, language)
  return (
    <>
      <p className={sheet.soft}>
        {t('sourceOf', {
          file: fileName,
          kind: encoding === undefined ? words : t('sourceEncoding', { kind: words, encoding }),
        })}
      </p>
      {remarks.count > 0 ? (
        <Notice tone="info">
          <div className={style.remarks}>
            {remarks.first.map((remark) => (
              <p key={said(remark)}>{said(remark)}</p>
            ))}
          </div>
        </Notice>
      ) : null}
      {rowRemarks.count > 0 ? (
        <Notice tone="warning">
          <RowList
            title={t('remarksByRow', { count: rowRemarks.count })}
            rows={rowRemarks.first.map(said)}
            total={rowRemarks.count}
            open
          />
        </Notice>
      ) : null}
    </>
  )
}

/** What the rules remark without refusing it, row by row. */
export function FileHints({ hints }: { hints: Listed<FileError> }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  if (hints.count === 0) return null
  const rows = hints.first.map(({ row, issue }) =>
    t('hintRow', {
      row: String(row),
      field: fieldName(issue.field, language),
      text: messageOf(issue, language),
    }),
  )
  return <RowList title={t('hints', { count: hints.count })} rows={rows} total={hints.count} />
}

/** The rows that are nobody, with their text: nothing is dropped unseen. */
export function IgnoredRows({ ignored }: { ignored: Reading['ignored'] }) {
  const t = useMessages(messages)
  if (ignored.count === 0) return null
  const rows = ignored.first.map(({ row, reason, text }) =>
    t('ignoredRow', { row: String(row), reason: t(`ignored${reason}`), text: text.slice(0, 120) }),
  )
  return <RowList title={t('ignoredRows', { count: ignored.count })} rows={rows} total={ignored.count} />
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
