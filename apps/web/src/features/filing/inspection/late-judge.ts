import { useEffect, useSyncExternalStore } from 'react'
import { whenAtRest } from '../../../shared/lib/later.ts'
import type * as judging from './unit-judge.ts'

type Judge = typeof judging

let judge: Judge | undefined
const told = new Set<() => void>()

/**
 * The rules of the unit form. They weigh as much as its fields and the first view needs none of them: the office has judged what it
 * hands out. So they come after it, at the latest when somebody answers something. Undefined where they cannot be fetched: whoever asks
 * next fetches them again.
 */
export async function fetchJudge(): Promise<Judge | undefined> {
  if (judge) return judge
  try {
    judge = await import('./unit-judge.ts')
  } catch {
    return undefined
  }
  for (const tell of told) tell()
  return judge
}

export const hurryJudge = (): void => void fetchJudge()

const follow = (tell: () => void) => {
  told.add(tell)
  return () => told.delete(tell)
}

/** Undefined until the rules are here; `now` where the first view needs them. */
export function useJudge(now: boolean): Judge | undefined {
  useEffect(() => (now ? hurryJudge() : whenAtRest(hurryJudge)), [now])
  return useSyncExternalStore(follow, () => judge)
}
