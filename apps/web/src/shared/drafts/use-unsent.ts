import { useEffect, useState } from 'react'
import { OfficeErrors } from '../data/answer.ts'
import { useViewer } from '../lib/viewer-context.tsx'
import { ownerOf } from './owner.ts'
import type { KeptSubmission, KeptWhat } from './shelf.ts'

const shelf = () => import('./shelf.ts')

/** A browser that keeps nothing, or is slow to, holds up no submission. */
const soon = (work: Promise<void>): Promise<void> =>
  Promise.race([work.catch(() => undefined), new Promise<void>((resolve) => setTimeout(resolve, 1_000))])

type Pressed = Pick<KeptSubmission, 'content' | 'signer' | 'key'>

/**
 * The submission of one declaration from the press of the button to the office's answer. It is kept before it leaves, and goes when
 * the office has said yes or no; what is lost on its way waits here for somebody to send the same again.
 */
export function useUnsent(declaration: string, what: KeptWhat) {
  const owner = ownerOf(useViewer())
  const [unsent, setUnsent] = useState<KeptSubmission>()
  useEffect(() => {
    let wanted = true
    shelf()
      .then(({ submissionOf }) => submissionOf(owner, declaration))
      .then(
        (found) => {
          if (wanted && found) setUnsent(found)
        },
        () => undefined,
      )
    return () => {
      wanted = false
    }
  }, [owner, declaration])
  return {
    unsent,
    /** Keeps it and lets it leave; `lost` says afterwards that no answer came. */
    press: async (pressed: Pressed): Promise<{ lost: () => void }> => {
      const submission: KeptSubmission = { owner, declaration, what, ...pressed, pressedAt: new Date().toISOString() }
      setUnsent(undefined)
      await soon(shelf().then(({ putSubmission }) => putSubmission(submission)))
      return { lost: () => setUnsent(submission) }
    },
    /** The office has answered, or it is given up. */
    done: async (): Promise<void> => {
      setUnsent(undefined)
      await soon(shelf().then(({ removeSubmission }) => removeSubmission(owner, declaration)))
    },
  }
}

const undecided: ReadonlySet<unknown> = new Set([
  undefined,
  'UNAUTHENTICATED',
  'INTERNAL_SERVER_ERROR',
  'DATABASE_AWAY',
])

/** Whether the office said no. Without a connection, a session or a sound server nobody knows what became of it. */
export const isDecided = (error: unknown): boolean =>
  OfficeErrors.is(error) && error.errors.every(({ extensions }) => !undecided.has(extensions?.['code']))
