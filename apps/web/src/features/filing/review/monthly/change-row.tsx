import { NativeSelect } from '@mantine/core'
import { fieldName, insuranceName } from '@shebao/declaration-rules'
import { useState, type ReactNode } from 'react'
import { monthlyWords } from '../../../../shared/case/monthly-words.ts'
import { useLanguage, useMessages } from '../../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../../shared/lib/use-format.ts'
import { StatusBadge, type StatusTone } from '../../../../shared/ui/status-badge.tsx'
import earlier from '../earlier-notes.module.css'
import { NoteButton, NoteFormRow, useNoteDraft, type CannedReason } from '../note-editor.tsx'
import kinds from '../person-row.module.css'
import { reviewMessages } from '../later-review-messages.ts'
import sheet from '../review.module.css'
import type { Notes } from '../use-notes.ts'
import { useRuleText } from './use-rule-text.ts'
import { changeKind, fieldsOf } from './change-fields.ts'
import { monthlyReviewMessages } from './messages.ts'
import { EarlierText } from './earlier-text.tsx'
import { rowOf } from './monthly-review.ts'
import type { MonthlyReview } from './monthly-review.ts'
import type { MonthlyReviewChangesQuery } from './monthly-review.generated.ts'
import { RevealChange } from './reveal-change.tsx'

type Change = MonthlyReviewChangesQuery['monthlyDeclaration']['changes']['edges'][number]['node']

const cannedOf = {
  join: ['CONTRACT', 'EVIDENCE'],
  stop: ['LEFT', 'EVIDENCE'],
  base: ['WAGE', 'EVIDENCE'],
  info: ['NAME', 'EVIDENCE'],
} as const satisfies Record<string, readonly CannedReason[]>
/** The colours of who came and who is gone. */
const colours = { join: 'NEW', stop: 'LEFT', base: 'WAGE', info: 'NAME' } as const

interface ChangeRowProps {
  change: Change
  review: MonthlyReview
  notes: Notes
  onNote: ((path: string, text: string) => void) | undefined
  mayReveal: boolean
}

/** One change: whom it is about, what holds before and after, what is to be noted, and the reviewer's notes at its fields. */
export function ChangeRow({ change, review, notes, onNote, mayReveal }: ChangeRowProps) {
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const word = useMessages(monthlyWords)
  const { language } = useLanguage()
  const { rowNo, changeType, name, idNumber } = change
  const kind = changeKind(changeType)
  const [field, setField] = useState('')
  const row = `change[${rowNo}]`
  const path = field === '' ? row : `${row}.${field}`
  const note = useNoteDraft(path, notes[path], onNote ?? noNote)
  const others = Object.keys(notes).filter((other) => other !== path && rowOf(other) === String(rowNo))
  return (
    <>
      <tr id={row}>
        <th scope="row">
          {name}
          <span className="sub">{idNumber}</span>
          <span className="sub">{shared('row', { row: String(rowNo) })}</span>
          <Earlier notes={review.earlierNotes} rowNo={rowNo} />
          {mayReveal ? (
            <RevealChange declarationId={review.id} rowNo={rowNo} what={`${name ?? ''} ${idNumber ?? ''}`} />
          ) : null}
        </th>
        <td data-label={t('change')}>
          <span className={kinds.kind} data-kind={colours[kind]}>
            {word(kind)}
          </span>
          {changeType ? word(changeType) : null}
          <Dates change={change} />
        </td>
        <td data-label={t('insurances')}>
          <Insurances change={change} />
        </td>
        <td data-align="end" data-label={t('wage')}>
          <Wage change={change} />
        </td>
        <td data-label={t('remarks')}>
          <RowRemarks change={change} review={review} />
        </td>
        <td>
          {others.map((other) => (
            <span key={other} className="sub">
              {fieldName(other.slice(row.length + 1), language)}：{notes[other]}
            </span>
          ))}
          {onNote ? <NoteButton note={note} /> : null}
        </td>
      </tr>
      <NoteFormRow
        note={note}
        canned={cannedOf[kind]}
        columns={6}
        place={
          <NativeSelect
            size="sm"
            label={t('noteAbout')}
            value={field}
            data={[
              { value: '', label: t('noteRow') },
              ...fieldsOf(kind).map((value) => ({ value, label: fieldName(value, language) })),
            ]}
            onChange={(event) => setField(event.currentTarget.value)}
          />
        }
      />
    </>
  )
}

const noNote = () => undefined

/** From when it counts, and the days behind it. */
function Dates({ change }: { change: Change }) {
  const t = useMessages(monthlyReviewMessages)
  const { language } = useLanguage()
  const format = useFormat()
  const { effectivePeriod, lastPayablePeriod, hireDate, leaveDate, infoField, infoValue, reason } = change
  const lines = [
    lastPayablePeriod ? t('lastPayable', { period: format.period(lastPayablePeriod) }) : null,
    effectivePeriod && !lastPayablePeriod ? t('from', { period: format.period(effectivePeriod) }) : null,
    hireDate ? t('hired', { date: format.date(hireDate) }) : null,
    leaveDate ? t('left', { date: format.date(leaveDate) }) : null,
    infoField ? t('newValue', { field: fieldName(infoField, language), value: infoValue ?? '' }) : null,
    reason ? t('reasonGiven', { text: reason }) : null,
  ].filter((line) => line !== null)
  return lines.map((line) => (
    <span key={line} className="sub">
      {line}
    </span>
  ))
}

/** What is gone is struck out, what is new marked; the rest stands as it is. */
function Insurances({ change: { before, after } }: { change: Change }) {
  const t = useMessages(monthlyReviewMessages)
  const { language } = useLanguage()
  const ours = before?.insurances ?? []
  const all = [...new Set([...ours, ...after.insurances])]
  return (
    <>
      {all.map((code, index) => (
        <span key={code}>
          {index > 0 ? ' ' : ''}
          {!after.insurances.includes(code) ? (
            <s className={sheet.old}>{insuranceName(code, language)}</s>
          ) : ours.includes(code) ? (
            insuranceName(code, language)
          ) : (
            <mark className={sheet.mark}>{insuranceName(code, language)}</mark>
          )}
        </span>
      ))}
      {before === null ? <span className="sub">{t('notWithUnit')}</span> : null}
      {before !== null && after.insurances.length === 0 ? <span className="sub">{t('ended')}</span> : null}
    </>
  )
}

function Wage({ change: { before, after } }: { change: Change }) {
  const t = useMessages(monthlyReviewMessages)
  const format = useFormat()
  const [was, is] = [before?.wage ?? null, after.wage]
  return (
    <>
      {is === null ? t('none') : format.fen(is)}
      {was !== null && was !== is ? <s className="sub">{format.fen(was)}</s> : null}
    </>
  )
}

function RowRemarks({ change, review }: { change: Change; review: MonthlyReview }) {
  const t = useMessages(monthlyReviewMessages)
  const format = useFormat()
  const wordsOf = useRuleText()
  const own = [...review.standsAgainst, ...review.judgement.issues].filter(({ row }) => row === change.rowNo)
  if (!change.lateRegistration && !change.unemployedListDue && own.length === 0) return t('none')
  return (
    <>
      {change.lateRegistration ? (
        <Remark word={t('late')} tone="warning">
          {t('lateWhy')}
        </Remark>
      ) : null}
      {change.unemployedListDue ? (
        <span className="sub">{t('unemployedList', { date: format.date(change.unemployedListDue) })}</span>
      ) : null}
      {own.map((issue) => (
        <Remark
          key={issue.ruleId}
          word={t(issue.severity === 'ERROR' ? 'against' : 'doubt')}
          tone={issue.severity === 'ERROR' ? 'refused' : 'warning'}
        >
          {wordsOf(issue)}
        </Remark>
      ))}
    </>
  )
}

/** A word that stands out, and below it the sentence. */
function Remark({ word, tone, children }: { word: string; tone: StatusTone; children: ReactNode }) {
  return (
    <>
      <StatusBadge tone={tone}>{word}</StatusBadge>
      <span className="sub">{children}</span>
    </>
  )
}

function Earlier({ notes, rowNo }: { notes: MonthlyReview['earlierNotes']; rowNo: number }) {
  const own = notes.filter(({ path }) => rowOf(path) === String(rowNo))
  if (own.length === 0) return null
  return (
    <span className={earlier.beside}>
      {own.map((note) => (
        <EarlierText key={note.id} note={note} />
      ))}
    </span>
  )
}
