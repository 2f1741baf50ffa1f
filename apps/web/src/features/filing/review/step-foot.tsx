import { Button } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import type { ProcedureStepFragment } from '../../../shared/case/procedure.generated.ts'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useChoiceKeys } from '../../../shared/ui/use-row-keys.ts'
import style from './review-foot.module.css'
import { reviewMessages } from './review-messages.ts'
import { ReviewNotes } from './review-notes.tsx'
import type { ReviewStep, StepButton } from './step-buttons.ts'
import type { Notes } from './use-notes.ts'
import type { Refused } from './use-steps.ts'

const StaleNotice = later(async () => (await import('../../../shared/case/stale-notice.tsx')).StaleNotice)

interface StepFootProps {
  buttons: readonly StepButton[]
  procedure: readonly ProcedureStepFragment[]
  refused: Refused | undefined
  /** The words for a step that the office refuses. */
  refusalText: (code: string) => ReactNode
  notes: Notes
  onRemoveNote: (path: string) => void
  hint: string
  busy: boolean
  /** A decision is being asked about: the keys are the dialog's. */
  asking: boolean
  onPress: (step: ReviewStep) => void
  onShowNow: () => Promise<unknown>
  onReload: () => Promise<unknown>
  /** Of the decision that is asked about. */
  children: ReactNode
}

/** Always in sight: the notes so far and what can be done with the declaration now. */
export function StepFoot(props: StepFootProps) {
  const { buttons, procedure, refused, refusalText, notes, onRemoveNote, hint, busy, asking, onPress } = props
  const t = useMessages(reviewMessages)
  const verbs = {
    START: t('start'),
    RETURN: t('returnVerb', { count: Object.keys(notes).length }),
    RECOMMEND: t('recommend'),
    ACCEPT: t('accept'),
    CLOSE: t('close'),
  }
  useChoiceKeys(asking ? noKeys : keysOf(buttons, onPress))
  if (buttons.length === 0 && !refused) return null
  return (
    <div className={style.foot}>
      <Suspense>
        {typeof refused === 'object' ? <StaleNotice stale={refused} onShow={props.onShowNow} /> : null}
        {typeof refused === 'string' ? (
          <Notice tone="refused">
            {refusalText(refused)}{' '}
            <Button size="compact-sm" variant="subtle" onClick={() => void props.onReload()}>
              {t('reload')}
            </Button>
          </Notice>
        ) : null}
      </Suspense>
      <WhoMayAct steps={procedure} />
      <ReviewNotes notes={notes} onRemove={onRemoveNote} />
      <div className={style.footActions}>
        <p className="quiet">{hint}</p>
        {buttons.map(({ step, main, disabled }) => (
          <Button
            key={step}
            variant={main ? 'filled' : 'subtle'}
            disabled={disabled}
            loading={busy && (step === 'START' || step === 'CLOSE')}
            onClick={() => onPress(step)}
          >
            {verbs[step]}
          </Button>
        ))}
      </div>
      <Suspense>{props.children}</Suspense>
    </div>
  )
}

const noKeys = {}
const stepKeys: Readonly<Record<ReviewStep, string>> = {
  START: 's',
  RETURN: 'b',
  RECOMMEND: 'r',
  ACCEPT: 'a',
  CLOSE: 'c',
}

/** Each step that is offered, by its letter. */
function keysOf(buttons: readonly StepButton[], press: (step: ReviewStep) => void): Record<string, () => void> {
  return Object.fromEntries(
    buttons.filter(({ disabled }) => !disabled).map(({ step }) => [stepKeys[step], () => press(step)]),
  )
}
