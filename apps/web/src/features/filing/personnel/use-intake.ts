import { useLocation, useNavigate } from 'react-router'
import type { RosterFile } from './use-roster-file.ts'

/**
 * Taking in a file is a page of its own to the browser: Back leads from the result to the list, and what was read stays until it
 * is saved or given up.
 */
export function useIntake(file: RosterFile) {
  const location = useLocation()
  const navigate = useNavigate()
  const isThere = file.state.kind !== 'none'
  const isShown = isThere && isIntake(location.state)
  const show = () => {
    if (!isIntake(location.state)) void navigate({ search: location.search }, { state: { intake: true } })
  }
  return {
    isShown,
    /** Read, and Back was pressed before it was saved. */
    isWaiting: isThere && !isShown,
    show,
    open(chosen: File) {
      show()
      void file.open(chosen)
    },
    /** Saved or given up: the page of the file goes away with it. */
    end() {
      file.cancel()
      if (isShown) void navigate(-1)
    },
  }
}

function isIntake(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'intake' in state
}

export type Intake = ReturnType<typeof useIntake>
