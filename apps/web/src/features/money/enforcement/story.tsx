import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { eventWords, isWorded } from '../../../shared/case/enforcement-words.ts'
import { whoActed } from '../../../shared/case/who-acted.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { Timeline } from '../../../shared/ui/timeline.tsx'
import type { TimelineEntry } from '../../../shared/ui/timeline.tsx'
import type { EnforcementCaseQuery } from './enforcement.generated.ts'
import { evidenceWords } from './evidence-words.ts'
import { useLaw } from './law-words.ts'
import { messages } from './messages.ts'

type EnforcementCase = NonNullable<EnforcementCaseQuery['enforcementCase']>

/** Each step with who took it, by which article and with which scans; at its end who must act next, and by when. */
export function Story({ row }: { row: EnforcementCase }) {
  const t = useMessages(messages)
  const next = useNext(row)
  const past = usePast(row)
  return (
    <section className={desk.section}>
      <h2>{t('story')}</h2>
      <Timeline label={t('story')} entries={[...past, ...next]} />
    </section>
  )
}

function usePast({ story, evidence }: EnforcementCase): TimelineEntry[] {
  const t = useMessages(messages)
  const words = useMessages(eventWords)
  const scans = useMessages(evidenceWords)
  const lawOf = useLaw()
  return story.map(({ law, step, happening: { at, event, actor, ...by } }) => ({
    id: `${at} ${event}`,
    at,
    phase: 'past',
    title: t('deed', { who: whoActed(by, t(actor)), event: isWorded(event) ? words(event) : event }),
    detail: (
      <>
        {law ? lawOf(law) : null}
        {evidence
          .filter((one) => one.step === step)
          .map(({ id, kind, files }) => (
            <AttachedFiles key={id} label={scans(kind)} files={files} />
          ))}
      </>
    ),
  }))
}

function useNext({ waitsFor, dueBy, overdue }: EnforcementCase): TimelineEntry[] {
  const t = useMessages(messages)
  if (!waitsFor) return []
  return [
    {
      id: 'next',
      phase: 'next',
      title: t('nextIs', { who: t(`body${waitsFor}`) }),
      ...(dueBy ? { at: dueBy, detail: t(overdue ? 'isLate' : 'isLastDay') } : {}),
    },
  ]
}
