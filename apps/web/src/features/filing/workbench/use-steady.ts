import { useCallback, useEffect, useRef } from 'react'

/** The same function for as long as the page is open; called, it does what was drawn last. For what only a deed calls, never the drawing. */
export function useSteady<Args extends unknown[], Result>(does: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(does)
  useEffect(() => {
    latest.current = does
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
