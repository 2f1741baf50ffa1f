import type { Station } from '../shared/data/answer.ts'

/** Tells of every change when its answer is there. A refused or failed one counts: what failed on its way back may have been done. */
export const deedStation =
  (tell: () => void): Station =>
  (onward) =>
  async (asked) => {
    try {
      return await onward(asked)
    } finally {
      if (asked.kind === 'mutation') tell()
    }
  }
