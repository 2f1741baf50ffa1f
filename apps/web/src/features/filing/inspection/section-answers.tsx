import type { UnitDraft, UnitSection } from '@shebao/declaration-rules'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { AnswerList } from './answer-list.tsx'
import style from './inspection.module.css'
import { messages } from './later-messages.ts'

interface SectionAnswersProps {
  draft: UnitDraft
  section: UnitSection
  version: number
}

/** One section of a submitted form, to read. */
export function SectionAnswers({ draft, section, version }: SectionAnswersProps) {
  const t = useMessages(messages)
  return (
    <div className={style.form}>
      <Notice tone="info">{t('asSubmitted', { version })}</Notice>
      <AnswerList draft={draft} section={section} />
    </div>
  )
}
