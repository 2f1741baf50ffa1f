import { useEffect, useRef, useState } from 'react'

/** Long enough to be calm, short enough to follow. */
const windowMs = 10_000

/** How many a second, over the last ten seconds of what was seen; undefined until something moved. */
export function useRate(done: number): number | undefined {
  const samples = useRef<{ at: number; done: number }[]>([])
  const [rate, setRate] = useState<number>()
  useEffect(() => {
    const now = performance.now()
    samples.current = [...samples.current.filter(({ at }) => now - at <= windowMs), { at: now, done }]
    const [first] = samples.current
    if (!first || now === first.at || done <= first.done) return
    setRate(((done - first.done) * 1000) / (now - first.at))
  }, [done])
  return rate
}
