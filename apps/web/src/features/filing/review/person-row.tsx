import { insuranceName } from '@shebao/declaration-rules'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EarlierNotesAt } from './earlier-note-text.tsx'
import type { EarlierNote } from './earlier-notes.ts'
import { NoteButton, NoteFormRow, useNoteDraft, type CannedReason } from './note-editor.tsx'
import { RevealPerson } from './reveal.tsx'
import type { PersonChangeKind, ReviewPersonsQuery } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import sheet from './review.module.css'
import style from './person-row.module.css'
import type { Notes } from './use-notes.ts'

/** As the list of people brings it. It has no id and, when one is looked for by number, is not kept: so it is no fragment. */
type Person = ReviewPersonsQuery['declarationReview']['persons']['edges'][number]['node']

const cannedOf: Record<PersonChangeKind, CannedReason> = {
  NEW: 'CONTRACT',
  LEFT: 'LEFT',
  NAME: 'NAME',
  PARTICIPATION: 'PARTICIPATION',
  WAGE: 'WAGE',
}

interface PersonRowProps {
  person: Person
  declarationId: string
  notes: Notes
  earlier: ReadonlyMap<string, EarlierNote[]>
  onNote: ((path: string, text: string) => void) | undefined
  mayReveal: boolean
}

/** One person: what changed, wage and insurances of the list beside those of the register, and the note. */
export function PersonRow({ person, declarationId, notes, earlier, onNote, mayReveal }: PersonRowProps) {
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
  const note = useNoteDraft(path, notes[path], onNote ?? noNote)
  const canned = [...new Set<CannedReason>([...changes.map((kind) => cannedOf[kind]), 'EVIDENCE'])]
  return (
    <>
      <tr id={rowNo === null ? undefined : path} data-differs={changes.length > 0}>
        <th scope="row">
          {name}
          {changes.includes('NAME') && registeredName && registeredName !== declaredName ? (
            <s className={sheet.old}>{registeredName}</s>
          ) : null}
          <span className="sub">
            {person.idMasked} · {rowNo === null ? t('notOnList') : t('row', { row: String(rowNo) })}
          </span>
          <EarlierNotesAt place={path} notes={earlier} />
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
        <td>{onNote ? <NoteButton note={note} /> : null}</td>
      </tr>
      <NoteFormRow note={note} canned={canned} columns={6} />
    </>
  )
}

const noNote = () => undefined

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
            <s className={sheet.old}>{insuranceName(code, language)}</s>
          ) : ours.includes(code) ? (
            insuranceName(code, language)
          ) : (
            <mark className={sheet.mark}>{insuranceName(code, language)}</mark>
          )}
        </span>
      ))}
    </span>
  )
}
