import { useEffect, useRef } from 'react'

/**
 * What was pressed went with its press, and the focus with it. When `shown` changes and nothing has the focus any more, it goes to the
 * heading of what came instead (`tabIndex={-1}`), or to the page's own. Where a form opens far from what opened it, `always`.
 */
export function useFocusWhenLost(shown: unknown, always = false) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (Object.is(before.current, shown)) return
    before.current = shown
    const { activeElement, body } = document
    if (always || activeElement === null || activeElement === body)
      (heading.current ?? document.querySelector('h1'))?.focus()
  }, [shown, always])
  return heading
}
