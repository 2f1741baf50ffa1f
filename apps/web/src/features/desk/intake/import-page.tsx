import { Link, useParams } from 'react-router'
import { importKinds, problemTitle } from '@shebao/intake'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { columnName } from './column-name.ts'
import { ImportSteps } from './import-steps.tsx'
import { RegisterImportDocument } from './intake.generated.ts'
import type { Import } from './import-type.ts'
import style from './intake.module.css'
import { messages } from './messages.ts'
import { RowReport } from './row-report.tsx'
import { stateTones } from './state-tones.ts'

/** One file: what it was taken for, what is wrong with it, and what may be done with it. */
export function ImportPage() {
  const t = useMessages(messages)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(RegisterImportDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={10} />
  const found = data.registerImport
  return (
    <>
      <PageHeader
        title={found.fileName}
        above={<Link to="/staff/imports">{t('title')}</Link>}
        lead={
          <>
            {t(found.kind)} · {t('summary', { rows: found.rows })}{' '}
            <StatusBadge tone={stateTones[found.state]}>{t(found.state)}</StatusBadge>
          </>
        }
      />
      <Figures found={found} />
      <ImportSteps found={found} renew={refetch} />
      {found.state === 'APPLIED' ? <NextTable after={found.kind} /> : null}
      <Problems found={found} />
      <RowReport
        key={`${found.checkedAt} ${found.state}`}
        id={found.id}
        kind={found.kind}
        errors={found.errorRows > 0}
      />
      <ColumnsTaken found={found} />
    </>
  )
}

/** The kinds are brought in in their order. */
function NextTable({ after }: { after: Import['kind'] }) {
  const t = useMessages(messages)
  const next = importKinds[importKinds.indexOf(after) + 1]
  return (
    <p>
      <Link to="/staff/imports">{next ? t('next', { kind: t(next) }) : t('nextNone')}</Link>
    </p>
  )
}

function Figures({ found }: { found: Import }) {
  const t = useMessages(messages)
  const format = useFormat()
  const instants = [
    [t('uploadedAt'), found.uploadedAt],
    [t('checkedAt'), found.checkedAt],
    [t('appliedAt'), found.appliedAt],
    [t('takenBackAt'), found.takenBackAt],
  ] as const
  return (
    <Facts
      facts={[
        [t('errorRows'), format.count(found.errorRows)],
        [t('warningRows'), format.count(found.warningRows)],
        ...(found.amount === null ? [] : [[t('amount'), <MoneyText key="amount" fen={found.amount} sign />] as const]),
        ...instants.flatMap(([name, at]) => (at === null ? [] : [[name, format.instant(at)] as const])),
      ]}
    />
  )
}

function Problems({ found }: { found: Import }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <section className={style.section}>
      <h2>{t('problems')}</h2>
      {found.problemCounts.length === 0 ? <p>{t('noProblems')}</p> : null}
      <ul className={style.problems}>
        {found.problemCounts.map(({ code, level, column, rows }) => (
          <li key={`${code} ${level} ${column}`}>
            <StatusBadge tone={level === 'ERROR' ? 'overdue' : 'warning'}>{t(level)}</StatusBadge>
            <span>
              {t('about', {
                column: column === null ? t('whole') : columnName(found.kind, column, language),
                what: problemTitle(code, language),
              })}
            </span>
            <span className="quiet">{t('problemRows', { count: rows })}</span>
          </li>
        ))}
      </ul>
      {found.problemCounts.length > 0 ? (
        <p>
          {t('download')}{' '}
          {(['csv', 'xlsx'] as const).map((format) => (
            <span key={format}>
              <a href={`/register/imports/report.${format}?id=${found.id}&language=${language}`} download>
                {format.toUpperCase()}
              </a>{' '}
            </span>
          ))}
        </p>
      ) : null}
    </section>
  )
}

function ColumnsTaken({ found }: { found: Import }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <details className={style.section}>
      <summary>{t('columns')}</summary>
      <PlainTable caption={t('columns')} columns={[t('inFile'), t('takenFor')]}>
        {found.columns.map(({ key, header }) => (
          <tr key={key}>
            <th scope="row">{header}</th>
            <td>{columnName(found.kind, key, language)}</td>
          </tr>
        ))}
      </PlainTable>
      {found.unknownHeads.length > 0 ? <p>{t('unknownHeads', { heads: found.unknownHeads.join('、') })}</p> : null}
    </details>
  )
}
