import { fieldName, readAnswer, UNIT_FIELDS } from '@shebao/declaration-rules'
import type { UnitDraft, UnitSection } from '@shebao/declaration-rules'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { showAnswer } from '../../../shared/drafts/conflict-panel.tsx'
import { isAsked } from './asked-fields.ts'
import sheet from './inspection.module.css'
import { messages } from './later-messages.ts'
import { pathsOfField } from './unit-values.ts'

interface AnswerListProps {
  draft: UnitDraft
  section: UnitSection
  /** The word for an answer that is asked and not there; without it such questions are left out. */
  missing?: string
}

/** The answers of one section, to read. */
export function AnswerList({ draft, section, missing }: AnswerListProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const words = { empty: missing ?? t('empty'), yes: t('yes'), no: t('no') }
  const paths = UNIT_FIELDS.filter((field) => field.section === section).flatMap(pathsOfField)
  const shown = paths.filter(
    (path) => readAnswer(draft, path) !== undefined || (missing !== undefined && isAsked(path, draft)),
  )
  return (
    <div className={sheet.facts}>
      <dl>
        {shown.map((path) => {
          const answer = readAnswer(draft, path) ?? draft.raw?.[path]
          return (
            <div key={path}>
              <dt>{fieldName(path, language)}</dt>
              <dd data-known={answer !== undefined}>{showAnswer(path, answer, words, language, format.yuan)}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
