import { useState } from 'react'
import { Link } from 'react-router'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { IdSearch } from './id-search.tsx'
import { messages } from './messages.ts'
import { PersonRow } from './person-row.tsx'
import { ReviewPersonsDocument } from './review.generated.ts'
import { PeopleCompareFragmentDoc } from './people-compare.generated.ts'
import type { PeopleCompareFragment } from './people-compare.generated.ts'
import type { PersonChangeKind } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import style from './people-compare.module.css'
import { SumsTable } from './sums-table.tsx'
import type { EarlierNote } from './earlier-notes.ts'
import type { Notes } from './use-notes.ts'

const kinds = ['NEW', 'LEFT', 'NAME', 'PARTICIPATION', 'WAGE'] as const

interface PeopleListProps {
  declarationId: string
  onlyDifferences: boolean
  notes: Notes
  /** What was noted of people in the last review, by where they stand now. */
  earlier: ReadonlyMap<string, EarlierNote[]>
  onNote: ((path: string, text: string) => void) | undefined
  mayReveal: boolean
  /** Only this row of the list, as a warning names it. */
  rowNo: number | null
}

type PeopleCompareProps = Omit<PeopleListProps, 'declarationId'> & {
  review: FragmentType<PeopleCompareFragment>
}

/** The people of the list against the register: totals first, then who came, who left, and what changed most. */
export function PeopleCompare({ review, ...rest }: PeopleCompareProps) {
  const data = useOwnFields(PeopleCompareFragmentDoc, review)
  const { id: declarationId, changeCounts: counts } = data
  const { onlyDifferences } = rest
  const t = useMessages(reviewMessages)
  const [kind, setKind] = useState<PersonChangeKind | null>(null)
  const [idNumber, setIdNumber] = useState('')
  const countOf = {
    NEW: counts.new,
    LEFT: counts.left,
    NAME: counts.name,
    PARTICIPATION: counts.participation,
    WAGE: counts.wage,
  }
  return (
    <>
      <SumsTable id={declarationId} onlyDifferences={onlyDifferences} />
      <div className={style.peopleTools}>
        <Choices
          label={t('change')}
          chosen={kind ?? 'ALL'}
          options={(['ALL', ...kinds] as const).map((id) => ({
            id,
            text: t(`kind${id}`),
            count: id === 'ALL' ? counts.different : countOf[id],
          }))}
          onChoose={(id) => setKind(id === 'ALL' ? null : id)}
        />
        <IdSearch onSearch={setIdNumber} />
      </div>
      {rest.rowNo === null ? null : (
        <p>
          {t('onlyRow', { row: String(rest.rowNo) })} <Link to="?tab=people">{t('onlyRowClear')}</Link>
        </p>
      )}
      <PeopleList
        key={`${kind ?? ''} ${idNumber} ${onlyDifferences} ${rest.rowNo ?? ''}`}
        {...rest}
        declarationId={declarationId}
        kind={kind}
        idNumber={idNumber}
      />
    </>
  )
}

function PeopleList(props: PeopleListProps & { kind: PersonChangeKind | null; idNumber: string }) {
  const { declarationId, onlyDifferences, kind, idNumber, rowNo, ...rest } = props
  const t = useMessages(reviewMessages)
  const common = useMessages(messages)
  const variables = {
    id: declarationId,
    kind,
    onlyDifferences: onlyDifferences && idNumber === '',
    idNumber: idNumber || null,
    rowNo,
    after: null,
  }
  // A number typed in full must not stay in the browser's cache.
  const { data, error, fetchMore } = useQuery(ReviewPersonsDocument, {
    variables,
    fetchPolicy: idNumber ? 'no-cache' : 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{common('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.declarationReview.persons
  if (edges.length === 0) return <p>{t('noPeople')}</p>
  return (
    <>
      <PlainTable
        caption={t('tabPeople')}
        columns={[
          t('person'),
          t('change'),
          { end: `${t('wage')} · ${t('declared')}` },
          { end: t('registered') },
          t('insurances'),
          { unseen: t('addNote') },
        ]}
      >
        {edges.map(({ node }) => (
          <PersonRow key={node.key} person={node} declarationId={declarationId} {...rest} />
        ))}
      </PlainTable>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </>
  )
}
