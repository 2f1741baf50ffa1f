import { fieldName, sectionName, UNIT_SECTIONS } from '@shebao/declaration-rules'
import { oneOf } from '@shebao/kernel'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { useAnswerText } from './answer-text.tsx'
import { EarlierNotesAt } from './earlier-note-text.tsx'
import type { EarlierNote } from './earlier-notes.ts'
import { markDifference, wholeDifference, type Difference } from './mark-difference.ts'
import { NoteButton, NoteFormRow, useNoteDraft } from './note-editor.tsx'
import { RevealAnswer } from './reveal.tsx'
import { UnitFormCompareFragmentDoc } from './unit-form-compare.generated.ts'
import type { UnitFormCompareFragment } from './unit-form-compare.generated.ts'
import { reviewMessages } from './review-messages.ts'
import sheet from './review.module.css'
import style from './unit-form-compare.module.css'
import type { Notes } from './use-notes.ts'

type Field = UnitFormCompareFragment['fields'][number]

interface UnitFormCompareProps {
  review: FragmentType<UnitFormCompareFragment>
  onlyDifferences: boolean
  notes: Notes
  /** What was noted in the last review, by where it stands now. */
  earlier: ReadonlyMap<string, EarlierNote[]>
  onNote: ((path: string, text: string) => void) | undefined
  mayReveal: boolean
}

/** The submitted unit form beside the register, section by section. */
export function UnitFormCompare({ review, onlyDifferences, ...rest }: UnitFormCompareProps) {
  const { id, fields } = useOwnFields(UnitFormCompareFragmentDoc, review)
  const t = useMessages(reviewMessages)
  const { language } = useLanguage()
  // Why what was paid is not what the ledger holds stands below the difference it explains.
  const explained = fields.some(({ path, differs }) => differs && path.startsWith('paidLastYear.'))
  const isShown = ({ differs, path }: Field) =>
    differs ||
    rest.notes[`unit.${path}`] !== undefined ||
    rest.earlier.has(`unit.${path}`) ||
    (explained && path === 'paidLastYearReason')
  const shown = onlyDifferences ? fields.filter(isShown) : fields
  const sections = [...Map.groupBy(shown, ({ section }) => section)]
  if (shown.length === 0) return <p>{t('allSame')}</p>
  return sections.map(([section, own]) => (
    <section key={section} className={style.section}>
      <h2>{sectionName(oneOf(UNIT_SECTIONS, section, 'section'), language)}</h2>
      <PlainTable
        className={style.compare}
        columns={[
          t('field'),
          ...[t('declared'), t('registered')].map((head) => (isMostlyFigures(own) ? { end: head } : head)),
          { unseen: t('addNote') },
        ]}
      >
        {own.map((field) => (
          <FieldRow key={field.path} declarationId={id} field={field} {...rest} />
        ))}
      </PlainTable>
    </section>
  ))
}

/** Figures stand at the end of their cell, and the heads above most of them. */
const isFigure = ({ declared, registered }: Field) => typeof (declared ?? registered) === 'number'
const isMostlyFigures = (fields: readonly Field[]) => fields.filter(isFigure).length * 2 > fields.length

type FieldRowProps = { declarationId: string; field: Field } & Omit<UnitFormCompareProps, 'review' | 'onlyDifferences'>

function FieldRow({ field, earlier, declarationId, notes, onNote, mayReveal }: FieldRowProps) {
  const t = useMessages(reviewMessages)
  const { language } = useLanguage()
  const textOf = useAnswerText()
  const { path, declared, registered, differs, known, masked } = field
  const name = fieldName(path, language)
  const [said, ours] = [textOf(path, declared), textOf(path, registered)]
  // In a sentence or a number of many digits the odd character is sought; an amount differs as a whole.
  const mark = typeof declared === 'string' && typeof registered === 'string' ? markDifference : wholeDifference
  const note = useNoteDraft(`unit.${path}`, notes[`unit.${path}`], onNote ?? noNote)
  const figure = isFigure(field) ? ({ 'data-align': 'end' } as const) : {}
  return (
    <>
      <tr id={`unit.${path}`} data-differs={differs}>
        <th scope="row">
          {name} {differs ? <StatusBadge tone="warning">{t('differs')}</StatusBadge> : null}
          <EarlierNotesAt place={`unit.${path}`} notes={earlier} />
        </th>
        <td data-label={t('declared')} {...figure}>
          <span className={style.value}>{differs ? <Marked {...mark(said, ours)} /> : said}</span>
          {masked && mayReveal && declared !== null ? (
            <RevealAnswer declarationId={declarationId} path={path} what={name} />
          ) : null}
        </td>
        <td data-label={t('registered')} {...figure}>
          <span className={style.value} data-unknown={!known}>
            {known ? differs ? <Marked {...mark(ours, said)} /> : ours : t('unknownInRegister')}
          </span>
        </td>
        <td>{onNote ? <NoteButton note={note} /> : null}</td>
      </tr>
      <NoteFormRow note={note} canned={['REGISTER', 'FIGURE', 'EVIDENCE']} columns={4} />
    </>
  )
}

const noNote = () => undefined

/** The characters that are not on the other side, marked. */
function Marked({ head, middle, tail }: Difference) {
  return (
    <>
      {head}
      {middle ? <mark className={sheet.mark}>{middle}</mark> : null}
      {tail}
    </>
  )
}
