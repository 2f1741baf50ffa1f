import { problemSentence } from '@shebao/intake'
import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { columnName, columnOf } from './column-name.ts'
import { ImportReportDocument } from './intake.generated.ts'
import type { ImportKind, ImportReportQuery, ImportRowFilter } from './intake.generated.ts'
import style from './intake.module.css'
import { messages } from './messages.ts'

type Row = ImportReportQuery['registerImport']['report']['edges'][number]['node']
const filters = ['ERRORS', 'WARNINGS', 'ALL'] as const

/** Every row with what was found about it, a hundred at a time. */
export function RowReport({ id, kind, errors }: { id: string; kind: ImportKind; errors: boolean }) {
  const t = useMessages(messages)
  const [filter, setFilter] = useState<ImportRowFilter>(errors ? 'ERRORS' : 'ALL')
  const { data, error, fetchMore } = useQuery(ImportReportDocument, {
    variables: { id, filter, after: null },
    fetchPolicy: 'network-only',
  })
  if (error && !data) throw error
  const page = data?.registerImport.report
  return (
    <section className={style.section}>
      <h2>{t('report')}</h2>
      <Choices
        label={t('report')}
        chosen={filter}
        options={filters.map((one) => ({ id: one, text: t(`filter${one}`) }))}
        onChoose={setFilter}
      />
      {page === undefined ? <Skeleton lines={6} /> : null}
      {page?.edges.length === 0 ? (
        filter === 'ALL' ? (
          <p>{t('noRows')}</p>
        ) : (
          <NothingFound title={t('noRows')} clear={() => setFilter('ALL')} />
        )
      ) : null}
      {page && page.edges.length > 0 ? (
        <PlainTable caption={t('report')} columns={[t('rowNo'), t('content'), t('found')]}>
          {page.edges.map(({ node }) => (
            <ReportRow key={node.rowNo} row={node} kind={kind} />
          ))}
        </PlainTable>
      ) : null}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore} />
    </section>
  )
}

/** The cells that something was found about, and those that tell which row it is. */
const tellingCells = ['registrationNo', 'name', 'idNumber', 'period', 'creditCode']
const mostCells = 5

function ReportRow({ row, kind }: { row: Row; kind: ImportKind }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const about = new Set(row.problems.map(({ column }) => column))
  const shown = row.cells.filter(({ key }) => about.has(key) || tellingCells.includes(key)).slice(0, mostCells)
  return (
    <tr>
      <th scope="row">{row.rowNo}</th>
      <td>
        <ul className={style.cells}>
          {shown.map(({ key, text }) => (
            <li key={key}>
              <span className="quiet">{columnName(kind, key, language)}</span> {text}
            </li>
          ))}
        </ul>
      </td>
      <td>
        {row.problems.length === 0 ? <StatusBadge tone="done">{t('fine')}</StatusBadge> : null}
        <ul className={style.cells}>
          {row.problems.map(({ code, level, column, detail }) => (
            <li key={`${code} ${column}`}>
              <StatusBadge tone={level === 'ERROR' ? 'overdue' : 'warning'}>{t(level)}</StatusBadge>{' '}
              {t('about', {
                column: column === null ? t('whole') : columnName(kind, column, language),
                what: problemSentence(
                  { code, ...(detail === null ? {} : { detail }) },
                  language,
                  column === null ? undefined : columnOf(kind, column),
                ),
              })}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
