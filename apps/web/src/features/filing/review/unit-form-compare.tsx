import { fieldName, sectionName, UNIT_SECTIONS } from '@shebao/declaration-rules'
import { oneOf } from '@shebao/kernel'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { useAnswerText } from './answer-text.tsx'
import { markDifference, wholeDifference, type Difference } from './mark-difference.ts'
import { NoteEditor } from './note-editor.tsx'
import { RevealAnswer } from './reveal.tsx'
import type { DeclarationReviewQuery } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import style from './review.module.css'
import type { Notes } from './use-notes.ts'

type Field = DeclarationReviewQuery['declarationReview']['fields'][number]

interface UnitFormCompareProps {
  declarationId: string
  fields: readonly Field[]
  onlyDifferences: boolean
  notes: Notes
  onNote: ((path: string, text: string) => void) | undefined
  mayReveal: boolean
}

/** The submitted unit form beside the register, section by section. */
export function UnitFormCompare({ fields, onlyDifferences, ...rest }: UnitFormCompareProps) {
  const t = useMessages(reviewMessages)
  const { language } = useLanguage()
  const shown = onlyDifferences ? fields.filter(({ differs, path }) => differs || rest.notes[`unit.${path}`]) : fields
  const sections = [...Map.groupBy(shown, ({ section }) => section)]
  if (shown.length === 0) return <p>{t('allSame')}</p>
  return sections.map(([section, own]) => (
    <section key={section} className={style.section}>
      <h2>{sectionName(oneOf(UNIT_SECTIONS, section, 'section'), language)}</h2>
      <PlainTable
        className={style.compare}
        columns={[t('field'), t('declared'), t('registered'), { unseen: t('addNote') }]}
      >
        {own.map((field) => (
          <FieldRow key={field.path} field={field} {...rest} />
        ))}
      </PlainTable>
    </section>
  ))
}

type FieldRowProps = { field: Field } & Omit<UnitFormCompareProps, 'fields' | 'onlyDifferences'>

function FieldRow({ field, declarationId, notes, onNote, mayReveal }: FieldRowProps) {
  const t = useMessages(reviewMessages)
  const { language } = useLanguage()
  const textOf = useAnswerText()
  const { path, declared, registered, differs, known, masked } = field
  const name = fieldName(path, language)
  const [said, ours] = [textOf(path, declared), textOf(path, registered)]
  // In a sentence or a number of many digits the odd character is sought; an amount differs as a whole.
  const mark = typeof declared === 'string' && typeof registered === 'string' ? markDifference : wholeDifference
  return (
    <tr id={`unit.${path}`} data-differs={differs}>
      <th scope="row">
        {name} {differs ? <StatusBadge tone="warning">{t('differs')}</StatusBadge> : null}
      </th>
      <td data-label={t('declared')}>
        <span className={style.value}>{differs ? <Marked {...mark(said, ours)} /> : said}</span>
        {masked && mayReveal && declared !== null ? (
          <RevealAnswer declarationId={declarationId} path={path} what={name} />
        ) : null}
      </td>
      <td data-label={t('registered')}>
        <span className={style.value} data-unknown={!known}>
          {known ? differs ? <Marked {...mark(ours, said)} /> : ours : t('unknownInRegister')}
        </span>
      </td>
      <td className={style.noteCell}>
        {onNote ? (
          <NoteEditor
            path={`unit.${path}`}
            text={notes[`unit.${path}`]}
            canned={['REGISTER', 'FIGURE', 'EVIDENCE']}
            onNote={onNote}
          />
        ) : null}
      </td>
    </tr>
  )
}

/** The characters that are not on the other side, marked. */
function Marked({ head, middle, tail }: Difference) {
  return (
    <>
      {head}
      {middle ? <mark className={style.mark}>{middle}</mark> : null}
      {tail}
    </>
  )
}
