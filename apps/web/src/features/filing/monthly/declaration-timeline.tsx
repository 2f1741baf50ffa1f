import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Timeline, type TimelineEntry } from '../../../shared/ui/timeline.tsx'
import type { MonthlyHeadFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'

const actions = ['OPEN', 'SUBMIT', 'WITHDRAW', 'START_REVIEW', 'RECOMMEND', 'RETURN', 'APPROVE', 'CANCEL'] as const

/** What happened to the declaration, and who is next. */
export function DeclarationTimeline({ declaration }: { declaration: MonthlyHeadFragment }) {
  const t = useMessages(declarationMessages)
  const { events, editable, state } = declaration
  const past = events.flatMap(({ id, action, at, version }): TimelineEntry[] => {
    const known = actions.find((one) => one === action)
    if (known === undefined) return []
    const title = known === 'SUBMIT' || known === 'WITHDRAW' ? t(known, { version: String(version) }) : t(known)
    return [{ id, title, at, phase: 'past' }]
  })
  const next: TimelineEntry[] = editable
    ? [{ id: 'next', title: t('nextYou'), phase: 'next' }]
    : state === 'SUBMITTED' || state === 'UNDER_REVIEW'
      ? [{ id: 'next', title: t('nextOffice'), phase: 'next' }]
      : []
  return (
    <section aria-labelledby="timeline" className={style.section}>
      <h2 id="timeline">{t('timeline')}</h2>
      <Timeline label={t('timeline')} entries={[...past, ...next]} />
    </section>
  )
}
