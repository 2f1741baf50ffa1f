import { sectionName } from '@shebao/declaration-rules'
import type { UnitDraft } from '@shebao/declaration-rules'
import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { AnswerList } from './answer-list.tsx'
import { checkMessages } from './check-messages.ts'
import style from './check.module.css'
import { filledSections } from './filled-sections.ts'
import sheet from './inspection.module.css'

/** Every section with its answers and the way to change them. */
export function CheckAnswers({ draft }: { draft: UnitDraft }) {
  const t = useMessages(checkMessages)
  const { language } = useLanguage()
  return (
    <section className={sheet.section}>
      <h2>{t('answers')}</h2>
      {filledSections.map((section) => (
        <article key={section} className={style.card}>
          <header>
            <h3>{sectionName(section, language)}</h3>
            <Link
              to={`/employer/inspection/unit/${section}`}
              aria-label={t('changeSection', { section: sectionName(section, language) })}
            >
              {t('change')}
            </Link>
          </header>
          <AnswerList draft={draft} section={section} missing={t('missing')} />
        </article>
      ))}
    </section>
  )
}
