import { useApolloClient } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { usePlaceText } from './answer-text.tsx'
import { ConfirmStep, type Step } from './confirm-step.tsx'
import type { Done } from './done-notice.tsx'
import { NextInQueueDocument, ReviewCountsDocument } from './queue.generated.ts'
import { refusalKey } from './refusal-key.ts'
import type { DeclarationReviewQuery } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import style from './review.module.css'
import { useSteps } from './use-steps.ts'
import type { Notes } from './use-notes.ts'

interface ReviewFootProps {
  review: DeclarationReviewQuery['declarationReview']
  notes: Notes
  onRemoveNote: (path: string) => void
  onSent: () => void
  onChanged: () => Promise<unknown>
}

/** Always in sight: the notes so far and what can be done with the declaration now. */
export function ReviewFoot({ review, notes, onRemoveNote, onSent, onChanged }: ReviewFootProps) {
  const t = useMessages(reviewMessages)
  const placeOf = usePlaceText()
  const run = useSteps(review, notes)
  const goOn = useNextInQueue(review.id)
  const [asked, setAsked] = useState<Step>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const paths = Object.keys(notes)
  const may = (action: string) => review.actions.includes(action)
  const perform = async (step: Step | 'START' | 'CLOSE') => {
    setBusy(true)
    try {
      const code = await run(step)
      setAsked(undefined)
      if (code) return setRefused(code)
      setRefused(undefined)
      if (step === 'START' || step === 'CLOSE') return await onChanged()
      if (step === 'RETURN') onSent()
      await goOn({ step, name: review.employerName })
    } catch {
      setAsked(undefined)
      setRefused('OTHER')
    } finally {
      setBusy(false)
    }
  }
  const reviewing = may('RETURN')
  const buttons = [
    may('START_REVIEW') ? (
      <Button key="start" loading={busy} onClick={() => void perform('START')}>
        {t('start')}
      </Button>
    ) : null,
    reviewing ? (
      <Button key="return" variant="default" disabled={paths.length === 0} onClick={() => setAsked('RETURN')}>
        {t('returnVerb', { count: paths.length })}
      </Button>
    ) : null,
    reviewing && !review.recommendedBy ? (
      <Button
        key="recommend"
        variant={may('APPROVE') && !review.secondPersonNeeded ? 'default' : 'filled'}
        onClick={() => setAsked('RECOMMEND')}
      >
        {t('recommend')}
      </Button>
    ) : null,
    may('APPROVE') && !review.secondPersonNeeded ? (
      <Button key="accept" onClick={() => setAsked('ACCEPT')}>
        {t('accept')}
      </Button>
    ) : null,
    may('CLOSE') ? (
      <Button key="close" loading={busy} onClick={() => void perform('CLOSE')}>
        {t('close')}
      </Button>
    ) : null,
  ].filter((button) => button !== null)
  if (buttons.length === 0 && !refused) return null
  return (
    <div className={style.foot}>
      {refused ? (
        <Notice tone="refused">
          {t(refusalKey(refused))}{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => void onChanged()}>
            {t('reload')}
          </Button>
        </Notice>
      ) : null}
      {paths.length > 0 ? (
        <details className={style.footNotes}>
          <summary>
            {t('notes')} · {t('noteCount', { count: paths.length })}
          </summary>
          <ul className={style.noteList}>
            {paths.map((path) => (
              <li key={path}>
                <strong>{placeOf(path)}</strong> {notes[path]}{' '}
                <button type="button" className={style.noteButton} onClick={() => onRemoveNote(path)}>
                  {t('noteRemove')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className={style.footActions}>
        <p className="quiet">{reviewing && review.secondPersonNeeded ? t('youWereFirst') : ''}</p>
        {buttons}
      </div>
      <ConfirmStep
        step={asked}
        review={review}
        noteCount={paths.length}
        busy={busy}
        onConfirm={(step) => void perform(step)}
        onCancel={() => setAsked(undefined)}
      />
    </div>
  )
}

/** After a decision the next one that nobody else has open; the queue when there is none. */
function useNextInQueue(id: string): (done: Done) => Promise<void> {
  const client = useApolloClient()
  const navigate = useNavigate()
  return async (done) => {
    const { data } = await client.query({ query: NextInQueueDocument, fetchPolicy: 'network-only' })
    void client.refetchQueries({ include: [ReviewCountsDocument] })
    const next = data?.reviewQueue.edges.find(
      ({ node }) => node.id !== id && node.state !== 'RETURNED' && !node.heldByOther,
    )
    await navigate(next ? `/staff/declarations/${next.node.id}` : '/staff', { state: { done } })
  }
}
