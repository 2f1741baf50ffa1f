import type { FragmentType } from '../../../shared/data/masking.ts'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { whoActed } from '../../../shared/case/who-acted.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { FineSteps } from './fine-form.tsx'
import { FineOfCaseFragmentDoc } from './fine.generated.ts'
import type { FineOfCaseFragment } from './fine.generated.ts'
import { fineSteps, isFineStep } from './fine-words.ts'
import { messages } from './messages.ts'
import style from './fine.module.css'

interface FineSectionProps {
  fine: FragmentType<FineOfCaseFragment>
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

/** The fine beside a case: what it may be, how far it has come, what each may do, and what happened. */
export function FineSection({ fine: ref, onDone, renew }: FineSectionProps) {
  const t = useMessages(messages)
  const fine = useOwnFields(FineOfCaseFragmentDoc, ref)
  return (
    <section className={desk.section}>
      <h2>{t('title')}</h2>
      <p className="sub">{t('lead')}</p>
      <FineFacts fine={fine} />
      <WhatTheUnitCanDo fine={fine} />
      <FineSteps key={fine.mark} fine={fine} onDone={onDone} renew={renew} />
      <FineStory fine={fine} />
    </section>
  )
}

function FineFacts({ fine }: { fine: FineOfCaseFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { number, state, arrears, least, most, dueBy, notice, stated, hearing, decision, ended, files } = fine
  const some = (label: string, text: string | null | undefined): [string, string][] => (text ? [[label, text]] : [])
  return (
    <Facts
      facts={[
        [t('number'), number],
        [t('state'), t(`state${state}`)],
        [t('arrears'), format.yuan(arrears)],
        [t('bounds'), t('boundsOf', { least: format.yuan(least), most: format.yuan(most) })],
        ...some(t('dueBy'), dueBy && format.date(dueBy)),
        ...some(t('notice'), notice && `${format.yuan(notice.amount)} · ${notice.reasons}`),
        ...some(t('hearUntil'), notice?.until && format.date(notice.until)),
        ...stated.map(({ text, hearing: wanted, answer }): [string, string] => [
          t('stated'),
          `${text}${wanted ? t('wantsHearing') : ''} → ${answer ?? t('unanswered')}`,
        ]),
        ...some(t('hearing'), hearing && `${format.date(hearing.on)} · ${hearing.place} ${hearing.record ?? ''}`),
        ...some(t('decision'), decision && `${format.yuan(decision.amount)} · ${decision.reasons}`),
        ...some(t('payUntil'), decision?.until && format.date(decision.until)),
        ...some(t('ended'), ended),
        ...(files.length > 0
          ? [[t('files'), <AttachedFiles key="files" label={t('files')} files={files} />] as const]
          : []),
      ]}
    />
  )
}

function WhatTheUnitCanDo({ fine: { state } }: { fine: FineOfCaseFragment }) {
  const t = useMessages(messages)
  if (useViewer().kind !== 'EMPLOYER') return null
  if (state === 'NOTICED') return <p>{t('canState')}</p>
  return state === 'DECIDED' ? <p>{t('canPay')}</p> : null
}

function FineStory({ fine: { story } }: { fine: FineOfCaseFragment }) {
  const t = useMessages(messages)
  const steps = useMessages(fineSteps)
  const format = useFormat()
  return (
    <ol className={style.story} aria-label={t('story')}>
      {story.map(({ at, event, actor, ...by }) => (
        <li key={`${at} ${event}`}>
          {t('what', {
            time: format.instant(at),
            who: whoActed(by, t(actor)),
            event: isFineStep(event) ? steps(event) : event,
          })}
        </li>
      ))}
    </ol>
  )
}
