import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useWorkTrail, workHome } from '../../../shared/case/work-trail.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import dialog from '../../../shared/ui/dialog.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { useChoiceKeys } from '../../../shared/ui/use-row-keys.ts'
import { reviewMessages } from './review-messages.ts'

interface ReviewKeysProps {
  onTab: (tab: 'form' | 'people' | 'history') => void
  onDifferences: () => void
}

const none = {}

/** A key for everything in a review; `?` lists them. The steps have theirs at the foot, where the buttons are. */
export function ReviewKeys({ onTab, onDifferences }: ReviewKeysProps) {
  const t = useMessages(reviewMessages)
  const navigate = useNavigate()
  const trail = useWorkTrail()
  const [listed, setListed] = useState(false)
  const keys = useMemo(
    () => ({
      '1': () => onTab('form'),
      '2': () => onTab('people'),
      '3': () => onTab('history'),
      d: onDifferences,
      j: () => move(1),
      k: () => move(-1),
      n: () =>
        notesInSight()
          .find((note) => note === document.activeElement)
          ?.click(),
      u: () => void navigate(trail ? `${workHome}${trail.work}` : '/staff/declarations'),
      '?': () => setListed(true),
    }),
    [onTab, onDifferences, navigate, trail],
  )
  useChoiceKeys(listed ? none : keys)
  return (
    <>
      <p className="quiet keyboard-hint">{t('keysShow')}</p>
      {listed ? (
        <Dialog title={t('keysTitle')} onClose={() => setListed(false)}>
          <Facts
            facts={[
              ['1 2 3', t('keyTabs')],
              ['d', t('keyDifferences')],
              ['j k', t('keyMove')],
              ['n', t('keyNote')],
              ['s', t('keyStart')],
              ['b', t('keyReturn')],
              ['r', t('keyRecommend')],
              ['a', t('keyAccept')],
              ['c', t('keyClose')],
              ['u', t('keyBack')],
              ['?', t('keyHelp')],
            ]}
          />
          <div className={dialog.actions}>
            <Button onClick={() => setListed(false)}>{t('keysClose')}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}

/** The note of each row, which is where the cursor of the keyboard stands. */
const notesInSight = () => [...document.querySelectorAll<HTMLElement>('main [data-note], body [data-note]')]

function move(by: 1 | -1): void {
  const notes = notesInSight()
  const here = notes.findIndex((note) => note === document.activeElement)
  const next = notes[Math.min(notes.length - 1, Math.max(0, here + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'center' })
}
