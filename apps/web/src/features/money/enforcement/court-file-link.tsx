import { useMessages } from '../../../shared/lib/language-context.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { evidenceWords } from './evidence-words.ts'

/** For the court and the agency's head: everything of the case as one file. */
export function CourtFile({ path }: { path: string | null }) {
  const t = useMessages(evidenceWords)
  if (path === null) return null
  return (
    <section className={desk.section}>
      <a href={path} download>
        {t('courtFile')}
      </a>
      <p className="sub">{t('courtFileHint')}</p>
    </section>
  )
}
