import { fieldName, readAnswer, UNIT_FIELDS } from '@shebao/declaration-rules'
import type { UnitDraft, UnitSection } from '@shebao/declaration-rules'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { showAnswer } from '../../../shared/drafts/conflict-panel.tsx'
import style from './inspection.module.css'
import { messages } from './messages.ts'
import { pathsOfField } from './unit-values.ts'

/** One section of a submitted form, to read. */
export function SectionAnswers({
  draft,
  section,
  version,
}: {
  draft: UnitDraft
  section: UnitSection
  version: number
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const words = { empty: t('empty'), yes: t('yes'), no: t('no') }
  const paths = UNIT_FIELDS.filter((field) => field.section === section).flatMap(pathsOfField)
  return (
    <div className={style.form}>
      <Notice tone="info">{t('asSubmitted', { version })}</Notice>
      <section className={style.facts}>
        <dl>
          {paths
            .filter((path) => readAnswer(draft, path) !== undefined)
            .map((path) => (
              <div key={path}>
                <dt>{fieldName(path, language)}</dt>
                <dd>{showAnswer(path, readAnswer(draft, path), words, language, format.yuan)}</dd>
              </div>
            ))}
        </dl>
      </section>
    </div>
  )
}
