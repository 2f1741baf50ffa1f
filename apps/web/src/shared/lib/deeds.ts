import { useEffect } from 'react'

const listeners = new Set<() => void>()

/** Somebody did something here: what is counted elsewhere on the page may be another number now. */
export function tellDeed(): void {
  for (const listener of listeners) listener()
}

/** Runs after each deed of this page; several at once, such as an upload of many files, are one. */
export function useAfterDeeds(then: () => void, pauseMs = 300): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const listener = () => {
      clearTimeout(waiting)
      waiting = setTimeout(then, pauseMs)
    }
    listeners.add(listener)
    return () => {
      clearTimeout(waiting)
      listeners.delete(listener)
    }
  }, [then, pauseMs])
}
