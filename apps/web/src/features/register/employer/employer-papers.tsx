import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { AttachedFile } from '../../../shared/case/attached-files.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { EmployerContactsDocument, EmployerFilesDocument } from './employer-papers.generated.ts'
import type { EmployerContactsQuery, EmployerFilesQuery } from './employer-papers.generated.ts'
import { paperMessages } from './paper-messages.ts'

type File = EmployerFilesQuery['employerFiles']['edges'][number]['node']

/** What was handed in with the cases of the unit; each leads to its case and opens for whoever may read that. */
export function EmployerFiles({ id }: { id: string }) {
  const t = useMessages(paperMessages)
  const { data, error, fetchMore } = useQuery(EmployerFilesDocument, {
    variables: { id, after: null },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={3} />
  const { edges, pageInfo } = data.employerFiles
  if (edges.length === 0) return <p>{t('noFiles')}</p>
  return (
    <>
      <PlainTable caption={t('files')} columns={[t('file'), t('case'), t('handedIn')]}>
        {edges.map(({ node }) => (
          <FileRow key={node.id} file={node} />
        ))}
      </PlainTable>
      <ShowMore page={pageInfo} fetchMore={fetchMore}>
        {t('more')}
      </ShowMore>
    </>
  )
}

function FileRow({ file }: { file: File }) {
  const t = useMessages(paperMessages)
  const format = useFormat()
  const path = pathOf(file)
  const kind = file.subjectKind ? t(file.subjectKind) : ''
  return (
    <tr>
      <th scope="row">
        <AttachedFile file={file} />
      </th>
      <td data-label={t('case')}>{path ? <Link to={path}>{kind}</Link> : kind}</td>
      <td data-label={t('handedIn')}>{format.instant(file.uploadedAt)}</td>
    </tr>
  )
}

function pathOf({ subjectKind, subjectId }: File): string | undefined {
  switch (subjectKind) {
    case 'REFUND':
      return `/staff/refunds/${subjectId ?? ''}`
    case 'BACK_PAYMENT':
      return `/staff/back-payments/${subjectId ?? ''}`
    case 'PARTICULARS_CHANGE':
      return `/staff/changes/${subjectId ?? ''}`
    case 'REGISTRATION':
      return `/staff/registrations/${subjectId ?? ''}`
    case 'CANCELLATION':
      return `/staff/cancellations/${subjectId ?? ''}`
    case 'ONLINE_FILING':
      return `/staff/online-filing/${subjectId ?? ''}`
    case 'WAIVER':
      return `/staff/exceptions/${subjectId ?? ''}`
    case 'WRITE_OFF':
      return '/staff/write-offs'
    case 'RECONCILIATION_ITEM':
    case 'EMPLOYEE_CONFIRMATION':
    case null:
      return undefined
  }
}

type Held = NonNullable<EmployerContactsQuery['employerById']>['particulars'][number]

/** Whom the office speaks to at the unit, and whom it spoke to before; names as the register shows them to staff. */
export function EmployerContacts({ id }: { id: string }) {
  const t = useMessages(paperMessages)
  const format = useFormat()
  const { data, error } = useQuery(EmployerContactsDocument, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={2} />
  const stretches = stretchesOf(data.employerById?.particulars ?? [])
  if (stretches.length === 0) return <p>{t('noContacts')}</p>
  return (
    <PlainTable caption={t('contacts')} columns={[t('handler'), t('representative'), t('held')]}>
      {stretches.map(({ id: key, contact, legalRepName, validFrom, validTo }) => (
        <tr key={key}>
          <th scope="row">{contact ?? '—'}</th>
          <td data-label={t('representative')}>{legalRepName}</td>
          <td data-label={t('held')}>
            {validTo
              ? t('fromTo', { from: format.date(validFrom), to: format.date(validTo) })
              : t('since', { from: format.date(validFrom) })}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}

/** Rows of the register differ in many things; those that follow each other with the same people are one. Newest first. */
export function stretchesOf(rows: readonly Held[]): Held[] {
  const found: Held[] = []
  for (const row of rows) {
    const later = found.at(-1)
    if (later && later.contact === row.contact && later.legalRepName === row.legalRepName)
      found[found.length - 1] = { ...later, validFrom: row.validFrom }
    else found.push(row)
  }
  return found
}
