import { useQuery } from '@apollo/client/react'
import { Button, TextInput } from '@mantine/core'
import { insuranceName } from '@shebao/declaration-rules'
import { useState } from 'react'
import { joinPages } from '../../../shared/lib/join-pages.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Choices } from '../../../shared/ui/choices.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { NoteEditor, type CannedReason } from './note-editor.tsx'
import { RevealPerson } from './reveal.tsx'
import { ReviewPersonsDocument } from './review.generated.ts'
import type { DeclarationReviewQuery, PersonChangeKind, ReviewPersonsQuery } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import style from './review.module.css'
import { SumsTable } from './sums-table.tsx'
import type { Notes } from './use-notes.ts'

type Person = ReviewPersonsQuery['declarationReview']['persons']['edges'][number]['node']
const kinds = ['NEW', 'LEFT', 'NAME', 'PARTICIPATION', 'WAGE'] as const

interface PeopleCompareProps {
  declarationId: string
  counts: DeclarationReviewQuery['declarationReview']['changeCounts']
  onlyDifferences: boolean
  notes: Notes
  onNote: ((path: string, text: string) => void) | undefined
  mayReveal: boolean
}

/** The people of the list against the register: totals first, then who came, who left, and what changed most. */
export function PeopleCompare(props: PeopleCompareProps) {
  const { declarationId, counts, onlyDifferences } = props
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
        <form
          className={style.search}
          onSubmit={(event) => {
            event.preventDefault()
            const value = new FormData(event.currentTarget).get('idNumber')
            setIdNumber(typeof value === 'string' ? value.trim() : '')
          }}
        >
          <TextInput
            name="idNumber"
            size="sm"
            aria-label={t('idSearch')}
            placeholder={t('idSearch')}
            autoComplete="off"
          />
          <Button type="submit" size="sm" variant="default">
            {t('idSearchGo')}
          </Button>
        </form>
      </div>
      <PeopleList key={`${kind ?? ''} ${idNumber} ${onlyDifferences}`} {...props} kind={kind} idNumber={idNumber} />
    </>
  )
}

function PeopleList(props: PeopleCompareProps & { kind: PersonChangeKind | null; idNumber: string }) {
  const { declarationId, onlyDifferences, kind, idNumber, ...rest } = props
  const t = useMessages(reviewMessages)
  const common = useMessages(messages)
  const variables = {
    id: declarationId,
    kind,
    onlyDifferences: onlyDifferences && idNumber === '',
    idNumber: idNumber || null,
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
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: joinPages,
    })
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
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={() => void more()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  )
}

const cannedOf: Record<PersonChangeKind, CannedReason> = {
  NEW: 'CONTRACT',
  LEFT: 'LEFT',
  NAME: 'NAME',
  PARTICIPATION: 'PARTICIPATION',
  WAGE: 'WAGE',
}

type PersonRowProps = { person: Person } & Pick<PeopleCompareProps, 'declarationId' | 'notes' | 'onNote' | 'mayReveal'>

function PersonRow({ person, declarationId, notes, onNote, mayReveal }: PersonRowProps) {
  const t = useMessages(reviewMessages)
  const format = useFormat()
  const {
    rowNo,
    enrolmentId,
    kinds: changes,
    declaredName,
    registeredName,
    declaredAverage,
    registeredAverage,
    changePpm,
  } = person
  const name = declaredName ?? registeredName ?? ''
  // Somebody who is gone has no row: the note stands at the comparison as a whole.
  const path = rowNo === null ? 'comparison' : `personnel[${rowNo}]`
  return (
    <tr id={rowNo === null ? undefined : path} data-differs={changes.length > 0}>
      <th scope="row">
        {name}
        {changes.includes('NAME') && registeredName && registeredName !== declaredName ? (
          <s className={style.old}>{registeredName}</s>
        ) : null}
        <span className="sub">
          {person.idMasked} · {rowNo === null ? t('notOnList') : t('row', { row: String(rowNo) })}
        </span>
        {mayReveal ? (
          <RevealPerson
            declarationId={declarationId}
            rowNo={rowNo}
            enrolmentId={enrolmentId}
            what={`${name} ${person.idMasked}`}
          />
        ) : null}
      </th>
      <td data-label={t('change')}>
        {changes.map((kind) => (
          <span key={kind} className={style.kind} data-kind={kind}>
            {t(`kind${kind}`)}
          </span>
        ))}
      </td>
      <td data-align="end" data-label={`${t('wage')} · ${t('declared')}`}>
        {declaredAverage === null ? '—' : format.fen(declaredAverage)}
        {changePpm ? <span className={style.percent}>{percent(changePpm)}</span> : null}
      </td>
      <td data-align="end" data-label={t('registered')}>
        {registeredAverage === null ? '—' : format.fen(registeredAverage)}
      </td>
      <td data-label={t('insurances')}>
        <Insurances person={person} />
      </td>
      <td className={style.noteCell}>
        {onNote ? (
          <NoteEditor
            path={path}
            text={notes[path]}
            canned={[...new Set<CannedReason>([...changes.map((kind) => cannedOf[kind]), 'EVIDENCE'])]}
            onNote={onNote}
          />
        ) : null}
      </td>
    </tr>
  )
}

/** Whole percent with its sign; a change under half a percent still shows that it went up or down. */
function percent(ppm: number): string {
  const tenths = Math.round(Math.abs(ppm) / 1000)
  return `${ppm > 0 ? '+' : '−'}${Math.floor(tenths / 10)}.${tenths % 10}%`
}

function Insurances({ person }: { person: Person }) {
  const { language } = useLanguage()
  const { declaredInsurances: said, registeredInsurances: ours, rowNo, enrolmentId } = person
  const all = [...new Set([...said, ...ours])]
  if (rowNo === null || enrolmentId === null || said.length === ours.length) {
    return (
      <span>
        {(rowNo === null ? ours : said)
          .map((code) => insuranceName(code, language))
          .join(language === 'en' ? ', ' : '、')}
      </span>
    )
  }
  return (
    <span>
      {all.map((code, index) => (
        <span key={code}>
          {index > 0 ? ' ' : ''}
          {!said.includes(code) ? (
            <s className={style.old}>{insuranceName(code, language)}</s>
          ) : ours.includes(code) ? (
            insuranceName(code, language)
          ) : (
            <mark className={style.mark}>{insuranceName(code, language)}</mark>
          )}
        </span>
      ))}
    </span>
  )
}
