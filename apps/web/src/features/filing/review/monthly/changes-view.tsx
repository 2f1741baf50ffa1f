import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../../shared/data/hooks.tsx'
import { useMessages } from '../../../../shared/lib/language-context.tsx'
import { Choices } from '../../../../shared/ui/choices.tsx'
import { Notice } from '../../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../../shared/ui/skeleton.tsx'
import { IdSearch } from '../id-search.tsx'
import { messages } from '../queue-messages.ts'
import { NoteButton, NoteFormRow, useNoteDraft } from '../note-editor.tsx'
import style from '../people-compare.module.css'
import { reviewMessages } from '../review-messages.ts'
import type { Notes } from '../use-notes.ts'
import { ChangeRow } from './change-row.tsx'
import { monthlyReviewMessages } from './messages.ts'
import type { MonthlyReview } from './monthly-review.ts'
import { MonthlyReviewChangesDocument } from './monthly-review.generated.ts'

const filters = ['ALL', 'JOINS', 'STOPS', 'BASES', 'INFOS', 'WITH_WARNINGS'] as const
type Filter = (typeof filters)[number]

interface ChangesViewProps {
  review: MonthlyReview
  notes: Notes
  onNote: ((path: string, text: string) => void) | undefined
  mayReveal: boolean
  /** Only this row, as a warning or a note names it. */
  rowNo: number | null
}

/** Who joins, stops or changes, person by person beside the register. */
export function ChangesView(props: ChangesViewProps) {
  const { review, rowNo } = props
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const [filter, setFilter] = useState<Filter>('ALL')
  const [idNumber, setIdNumber] = useState('')
  const { counts } = review
  const countOf: Record<Filter, number> = {
    ALL: counts.changes,
    JOINS: counts.joins,
    STOPS: counts.stops,
    BASES: counts.bases,
    INFOS: counts.infos,
    WITH_WARNINGS: counts.withWarnings,
  }
  return (
    <>
      <div className={style.peopleTools}>
        <Choices
          label={t('change')}
          chosen={filter}
          options={filters.map((id) => ({ id, text: t(`filter${id}`), count: countOf[id] }))}
          onChoose={setFilter}
        />
        <IdSearch onSearch={setIdNumber} />
      </div>
      {rowNo === null ? null : (
        <p>
          {shared('onlyRow', { row: String(rowNo) })} <Link to="?">{shared('onlyRowClear')}</Link>
        </p>
      )}
      <ChangesList key={`${filter} ${idNumber} ${rowNo ?? ''}`} {...props} filter={filter} idNumber={idNumber} />
    </>
  )
}

/** So many changes come at a time. */
const pageOf = 50

function ChangesList({
  review,
  filter,
  idNumber,
  rowNo,
  ...rest
}: ChangesViewProps & { filter: Filter; idNumber: string }) {
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const common = useMessages(messages)
  // A number typed in full must not stay in the browser's cache.
  const { data, error, fetchMore } = useQuery(MonthlyReviewChangesDocument, {
    variables: { id: review.id, filter, idNumber: idNumber || null, rowNo, first: pageOf, after: null },
    fetchPolicy: idNumber ? 'no-cache' : 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{common('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.monthlyDeclaration.changes
  if (edges.length === 0) return <p>{shared('noPeople')}</p>
  return (
    <>
      <PlainTable
        caption={t('tabChanges', { count: review.counts.changes })}
        columns={[
          t('person'),
          t('change'),
          t('insurances'),
          { end: t('wage') },
          t('remarks'),
          { unseen: shared('addNote') },
        ]}
        foot={rest.onNote ? <WholeNote notes={rest.notes} onNote={rest.onNote} /> : null}
      >
        {edges.map(({ node }) => (
          <ChangeRow key={node.id} change={node} review={review} {...rest} />
        ))}
      </PlainTable>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </>
  )
}

/** What is wrong with all of it, or is missing from it, stands at no row. */
function WholeNote({ notes, onNote }: { notes: Notes; onNote: (path: string, text: string) => void }) {
  const t = useMessages(monthlyReviewMessages)
  const note = useNoteDraft('change.*', notes['change.*'], onNote)
  return (
    <>
      <tr>
        <th scope="row" colSpan={5}>
          {t('noteWhole')}
        </th>
        <td>
          <NoteButton note={note} />
        </td>
      </tr>
      <NoteFormRow note={note} canned={['EVIDENCE', 'REGISTER']} columns={6} />
    </>
  )
}
