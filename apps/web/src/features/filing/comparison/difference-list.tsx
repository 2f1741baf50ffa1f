import { useImperativeHandle, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import style from './difference-list.module.css'
import type { Choice } from './difference.ts'
import { DifferenceCard } from './difference-card.tsx'
import type { DifferenceCardFragment } from './difference-card.generated.ts'

/** Brings the cursor back to the place in the list where it was. */
export interface ListCursor {
  stay: () => void
}

interface DifferenceListProps {
  ref: Ref<ListCursor>
  differences: readonly (FragmentType<DifferenceCardFragment> & { id: string })[]
  onSettle: (choice: Choice) => Promise<void>
  onReopen: (id: string) => Promise<void>
}

/** The differences one below the other; arrow keys go from one to the next. */
export function DifferenceList({ ref, differences, onSettle, onReopen }: DifferenceListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [place, setPlace] = useState(0)
  const at = Math.max(0, Math.min(place, differences.length - 1))
  const focusAt = (next: number) => list.current?.querySelectorAll<HTMLElement>(':scope > li')[next]?.focus()
  useImperativeHandle(ref, () => ({ stay: () => focusAt(at) }))
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return
    event.preventDefault()
    const next = Math.max(0, Math.min(differences.length - 1, at + step))
    setPlace(next)
    focusAt(next)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys of the cards inside bubble up to here
    <ul ref={list} className={style.list} onKeyDown={onKeyDown}>
      {differences.map((difference, index) => (
        <DifferenceCard
          key={difference.id}
          difference={difference}
          onFocused={() => setPlace(index)}
          onSettle={onSettle}
          onReopen={() => onReopen(difference.id)}
        />
      ))}
    </ul>
  )
}
