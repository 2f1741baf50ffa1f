import { Suspense, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useWorkTrail, workHome } from '../../../shared/case/work-trail.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useChoiceKeys } from '../../../shared/ui/use-row-keys.ts'
import { reviewMessages } from './review-messages.ts'

const KeyList = later(async () => (await import('./key-list.tsx')).KeyList)

interface ReviewKeysProps<Tab extends string> {
  /** In the order of their numbers, and what they are called together. */
  tabs: readonly Tab[]
  tabsText: string
  onTab: (tab: Tab) => void
  /** Where what does not differ can be left out. */
  onDifferences?: () => void
  /** It is closed at the end, with its paper. */
  closes?: boolean
}

const none = {}

/** A key for everything in a review; `?` lists them. The steps have theirs at the foot, where the buttons are. */
export function ReviewKeys<Tab extends string>({ tabs, tabsText, onTab, onDifferences, closes }: ReviewKeysProps<Tab>) {
  const t = useMessages(reviewMessages)
  const navigate = useNavigate()
  const trail = useWorkTrail()
  const [listed, setListed] = useState(false)
  const keys = useMemo(
    () => ({
      ...Object.fromEntries(tabs.map((tab, index) => [String(index + 1), () => onTab(tab)])),
      ...(onDifferences ? { d: onDifferences } : {}),
      j: () => move(1),
      k: () => move(-1),
      n: () =>
        notesInSight()
          .find((note) => note === document.activeElement)
          ?.click(),
      u: () => void navigate(trail ? `${workHome}${trail.work}` : '/staff/declarations'),
      '?': () => setListed(true),
    }),
    [tabs, onTab, onDifferences, navigate, trail],
  )
  useChoiceKeys(listed ? none : keys)
  return (
    <>
      <p className="quiet keyboard-hint">{t('keysShow')}</p>
      {listed ? (
        <Suspense fallback={null}>
          <KeyList
            tabs={tabs.map((_tab, index) => index + 1).join(' ')}
            tabsText={tabsText}
            differences={onDifferences !== undefined}
            closes={closes === true}
            onClose={() => setListed(false)}
          />
        </Suspense>
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
